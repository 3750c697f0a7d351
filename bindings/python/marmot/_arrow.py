# SPDX-License-Identifier: LGPL-2.1-or-later
"""The Arrow C Data Interface between Python's objects and the library.

Arrow's structures are written and read through ctypes, so that neither pyarrow
nor a compiled module is needed. Who owns what:

- memory of Python goes to the library in an ArrowArray whose release callback
  takes a reference from the objects that hold it. It may be called from any thread;
- memory of the library goes to others in capsules whose destructor releases what
  nobody took.
"""

import ctypes

from ._load import Marmot


class ArrowSchema(ctypes.Structure):
    """struct ArrowSchema"""


class ArrowArray(ctypes.Structure):
    """struct ArrowArray"""


class ArrowArrayStream(ctypes.Structure):
    """struct ArrowArrayStream"""


# The interpreter lock is taken by a CFUNCTYPE callback, whichever thread calls.
_RELEASE_ARRAY = ctypes.CFUNCTYPE(None, ctypes.POINTER(ArrowArray))
_RELEASE_SCHEMA = ctypes.CFUNCTYPE(None, ctypes.POINTER(ArrowSchema))
_RELEASE_STREAM = ctypes.CFUNCTYPE(None, ctypes.POINTER(ArrowArrayStream))
_GET_SCHEMA = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ArrowArrayStream), ctypes.POINTER(ArrowSchema)
)
_GET_NEXT = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ArrowArrayStream), ctypes.POINTER(ArrowArray)
)
_GET_LAST_ERROR = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(ArrowArrayStream))

ArrowSchema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(ArrowSchema))),
    ("dictionary", ctypes.POINTER(ArrowSchema)),
    ("release", _RELEASE_SCHEMA),
    ("private_data", ctypes.c_void_p),
]
ArrowArray._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(ArrowArray))),
    ("dictionary", ctypes.POINTER(ArrowArray)),
    ("release", _RELEASE_ARRAY),
    ("private_data", ctypes.c_void_p),
]
ArrowArrayStream._fields_ = [
    ("get_schema", _GET_SCHEMA),
    ("get_next", _GET_NEXT),
    ("get_last_error", _GET_LAST_ERROR),
    ("release", _RELEASE_STREAM),
    ("private_data", ctypes.c_void_p),
]

_NULLABLE = 2

# --- from Python to the library ------------------------------------------------

# A column may be freed while an exception is on its way, when no Python may run:
# objects are let go of by C functions alone, the interpreter's own.
def _address_of(function):
    return ctypes.cast(function, ctypes.c_void_p).value


Marmot.arrow_set_interpreter(*map(_address_of, (
    ctypes.pythonapi.Py_IsInitialized,
    ctypes.pythonapi.PyGILState_Ensure,
    ctypes.pythonapi.PyGILState_Release,
    ctypes.pythonapi.Py_DecRef,
    ctypes.pythonapi.PyCapsule_GetName,
    ctypes.pythonapi.PyCapsule_GetPointer,
    ctypes.pythonapi.PyMem_RawFree,
)))
_release_array = _RELEASE_ARRAY(Marmot.arrow_get_array_release())

_take_reference = ctypes.PYFUNCTYPE(None, ctypes.py_object)(("Py_IncRef", ctypes.pythonapi))


def _release_schema(schema):
    ctypes.memset(
        ctypes.addressof(schema.contents) + ArrowSchema.release.offset,
        0,
        ctypes.sizeof(ctypes.c_void_p),
    )


# Schemas end inside the call that imports them.
_release_schema_callback = _RELEASE_SCHEMA(_release_schema)

_FORMATS = {}


def _format(text):
    """The bytes of a format, which structures point at and so must stay."""
    return _FORMATS.setdefault(text, text.encode())


def _fill(array, schema, format_, length, buffers, owner, n_nulls, dictionary):
    """Fills both structures, and gives what keeps their memory alive."""
    pointers = (ctypes.c_void_p * len(buffers))(*buffers)

    array.length = length
    array.null_count = n_nulls
    array.n_buffers = len(buffers)
    array.buffers = ctypes.cast(pointers, ctypes.POINTER(ctypes.c_void_p))
    array.release = _release_array
    schema.format = _format(format_)
    schema.name = b""
    schema.flags = _NULLABLE
    schema.release = _release_schema_callback

    children = None
    if dictionary is not None:
        # It is held with the array that it belongs to, and has nothing of its own.
        children = (ArrowArray(), ArrowSchema())
        children += (_fill(*children, *dictionary),)
        array.dictionary = ctypes.pointer(children[0])
        schema.dictionary = ctypes.pointer(children[1])
    return owner, pointers, children


def column_from_buffers(format_, length, buffers, owner, n_nulls=-1, dictionary=None):
    """A column over memory of Python.

    ``buffers`` are addresses, or None, in the order that Arrow asks for;
    ``owner`` is what keeps them alive; ``dictionary`` is the tuple of the same
    arguments for the distinct values.
    """
    array = ArrowArray()
    schema = ArrowSchema()
    held = _fill(array, schema, format_, length, buffers, owner, n_nulls, dictionary)
    _take_reference(held)
    array.private_data = id(held)
    return Marmot.Column.import_arrow(ctypes.addressof(array), ctypes.addressof(schema))


# --- capsules --------------------------------------------------------------------

_capsule_pointer = ctypes.pythonapi.PyCapsule_GetPointer
_capsule_pointer.restype = ctypes.c_void_p
_capsule_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]

_new_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)(
    ("PyCapsule_New", ctypes.pythonapi)
)
_destructor = Marmot.arrow_get_capsule_destructor()

_allocate = ctypes.pythonapi.PyMem_RawCalloc
_allocate.restype = ctypes.c_void_p
_allocate.argtypes = [ctypes.c_size_t, ctypes.c_size_t]

_NAMES = {
    ArrowSchema: b"arrow_schema",
    ArrowArray: b"arrow_array",
    ArrowArrayStream: b"arrow_array_stream",
}


def new_structure(kind):
    """The address of an empty structure, which its capsule frees."""
    address = _allocate(1, ctypes.sizeof(kind))
    if address is None:
        raise MemoryError
    return address


def capsule(kind, address):
    """A capsule that owns a structure, as the Arrow PyCapsule Interface has it."""
    return _new_capsule(address, _NAMES[kind], _destructor)


def export_column(column):
    """The capsules of ``__arrow_c_array__``: schema, then array."""
    schema = capsule(ArrowSchema, new_structure(ArrowSchema))
    array = capsule(ArrowArray, new_structure(ArrowArray))
    column.export_arrow(_capsule_pointer(array, b"arrow_array"), _capsule_pointer(schema, b"arrow_schema"))
    return schema, array


def import_array(capsules):
    """A column from the capsules of ``__arrow_c_array__``."""
    schema, array = capsules
    return Marmot.Column.import_arrow(
        _capsule_pointer(array, b"arrow_array"), _capsule_pointer(schema, b"arrow_schema")
    )


def import_stream(stream):
    """A column from the capsule of ``__arrow_c_stream__``; chunks are joined."""
    return Marmot.Column.import_arrow_stream(_capsule_pointer(stream, b"arrow_array_stream"))


def import_table(capsules):
    """A table from the capsules of a record batch."""
    schema, array = capsules
    return Marmot.Table.import_arrow(
        _capsule_pointer(array, b"arrow_array"), _capsule_pointer(schema, b"arrow_schema")
    )


def import_table_stream(stream):
    """A table from the capsule of a stream of record batches."""
    return Marmot.Table.import_arrow_stream(_capsule_pointer(stream, b"arrow_array_stream"))


def export_table(table):
    """The capsule of ``__arrow_c_stream__``."""
    stream = capsule(ArrowArrayStream, new_structure(ArrowArrayStream))
    table.export_arrow_stream(_capsule_pointer(stream, b"arrow_array_stream"))
    return stream


# --- from the library to Python --------------------------------------------------


class View:
    """The buffers of a column, read where they are.

    Valid as long as the column is alive; nothing here keeps it so.
    """

    __slots__ = ("length", "offset", "n_nulls", "format", "buffers", "dictionary")

    def __init__(self, array, schema):
        self.length = array.length
        self.offset = array.offset
        self.n_nulls = array.null_count
        self.format = schema.format.decode()
        self.buffers = [array.buffers[i] for i in range(array.n_buffers)]
        self.dictionary = None
        if array.dictionary:
            self.dictionary = View(array.dictionary.contents, schema.dictionary.contents)

    def items(self, kind, buffer=1, extra=0):
        """The elements of a buffer from the first row on, as a ctypes array."""
        n = self.length + extra
        if n == 0:
            return (kind * 0)()
        return (kind * n).from_address(self.buffers[buffer] + self.offset * ctypes.sizeof(kind))

    def validity(self):
        """Whether each row has a value: a list, or None if every row has one."""
        if not self.n_nulls or not self.buffers[0]:
            return None
        return self.bits(0)

    def bits(self, buffer):
        """A buffer of bits as a list of booleans."""
        first = self.offset >> 3
        n_bytes = ((self.offset + self.length + 7) >> 3) - first
        data = ctypes.string_at(self.buffers[buffer] + first, n_bytes) if n_bytes else b""
        skip = self.offset & 7
        text = bin(int.from_bytes(data, "little") | (1 << (8 * n_bytes)))[3:][::-1]
        return [bit == "1" for bit in text[skip : skip + self.length]]


def view(column):
    """Looks at the buffers of a column."""
    array = ArrowArray()
    schema = ArrowSchema()
    column.export_arrow(ctypes.addressof(array), ctypes.addressof(schema))
    try:
        return View(array, schema)
    finally:
        # The memory belongs to the column: only this export of it ends here.
        array.release(ctypes.pointer(array))
        schema.release(ctypes.pointer(schema))
