# SPDX-License-Identifier: LGPL-2.1-or-later
"""The JSON Schemas in doc/schema accept and refuse what the library does.

Every shipped file, then each value of a document with every field in it replaced, taken out
or added to, and documents made at random by what the schema allows. What a schema cannot
say stands in its "$comment", and is tried here by name.
"""

import copy
import importlib.util
import json
from pathlib import Path

import marmot
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "doc/schema").glob("*.schema.json"))
}
VALIDATORS = {kind: Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}
TEMPLATE = "assessment-template"
DOCUMENTS = [kind for kind in SCHEMAS if kind != TEMPLATE]
# Written into the file where one is: the kind stands in "format".
SHIPPED = [
    path
    for folder in ("examples/data", "lib/data")
    for path in sorted((ROOT / folder).rglob("*.json"))
    if json.loads(path.read_text(encoding="utf-8")).get("format", "").removeprefix("marmot-") in SCHEMAS
]

# What stands where something else belongs.
WRONG = [
    None, "", "x", "two words", "\x00", "-a", "a.b", "a.b.c", "é", "0000-01-01", "2024-02-30", "2024-02-29",
    "29 February 2024", "2017/18", "http://", "http://x y", "ftp://x", 0, 1, -1, 1.5, 18.0, 1201, 2147483647,
    2147483648, True, False, [], {}, [None], [""], ["x"], [{}], [[]], {"x": 1},
]
# Enough where the same was tried with all of them elsewhere.
USUAL = [None, "", "two words", 1, 1.5, True, [], {}]
# Of these the schemas say less than the library.
LOOSE = {"#/$defs/period", "#/$defs/figure"}


def class_of(kind):
    return getattr(marmot, kind.title().replace("-", ""))


def library_accepts(kind, document):
    data = json.dumps(document).encode()
    if kind == TEMPLATE:
        return not marmot.AssessmentTemplate.check(data)
    try:
        class_of(kind).new_from_json(data)
    except marmot.Error:
        return False
    return True


def schema_accepts(kind, document):
    return VALIDATORS[kind].is_valid(document)


# --- documents with every field ----------------------------------------------------


def resolve(kind, schema):
    while "$ref" in schema:
        schema, steps_down = SCHEMAS[kind], schema["$ref"].removeprefix("#/").split("/")
        for step in steps_down:
            schema = schema[step]
    return schema


EXAMPLES = {
    "short-name": "a", "text": "Words", "day": "2024-02-29", "period": "2017/18", "figure": "91%",
    "page": "https://example.org/", "words": "Words",
}


def fill(kind, schema):
    """A value with all that the schema has a place for."""
    name = schema.get("$ref", "").removeprefix("#/$defs/")
    if name in EXAMPLES:
        return EXAMPLES[name]
    schema = resolve(kind, schema)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    if schema["type"] == "object":
        made = {key: fill(kind, value) for key, value in schema.get("properties", {}).items()}
        # A flag that shuts another key out is there, and is not set.
        return made | {key: False for key in schema.get("not", {}).get("required", [])[1:]}
    if schema["type"] == "array":
        return [fill(kind, schema["items"])]
    return {"integer": 1, "boolean": True}[schema["type"]]


def whole_template():
    template = fill(TEMPLATE, SCHEMAS[TEMPLATE])
    template["dimensions"][0].update({"kind": "protected", "legal-basis": "Equality Act 2010, section 5"})
    template["dimensions"] += [{"id": "local.a", "label": "A", "kind": "local"}]
    question = {**template["questions"][0], "stage": "a"}
    del question["choices"], question["parent"]
    template["questions"] = [
        {**question, "answer": "groups", "dimension-kinds": ["protected", "local"]},
        {**question, "id": "b", "answer": "choice", "choices": ["Yes", "No"], "parent": "a"},
    ]
    template["valid-until"] = "2025-01-01"
    return template


WHOLE = {kind: fill(kind, SCHEMAS[kind]) for kind in DOCUMENTS} | {TEMPLATE: whole_template()}


def steps(value, path=()):
    """The paths of all that a document holds."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from steps(item, (*path, key))


def schema_at(kind, path):
    """What the schema says of a path, before references are followed."""
    schema = SCHEMAS[kind]
    for step in path:
        schema = resolve(kind, schema)
        schema = schema["items"] if isinstance(step, int) else schema.get("properties", {}).get(step, {})
    return schema


def changed(document, path, change):
    """A document with a change at a path: a function of what holds it, and the last step."""
    made = copy.deepcopy(document)
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    return made


def replaced(document, path, value):
    def put(holder, step):
        holder[step] = value

    return changed(document, path, put) if path else value


# What stands in several files, such as an action, is tried in the first.
TRIED_IN = {}
for a_kind, a_schema in SCHEMAS.items():
    for name, definition in a_schema["$defs"].items():
        TRIED_IN.setdefault((name, json.dumps(definition)), a_kind)


def home(kind, path):
    """The name and the text of the definition of the object that a path lies in."""
    holders = [schema_at(kind, path[:i]).get("$ref", "").removeprefix("#/$defs/") for i in range(len(path) + 1)]
    defs = SCHEMAS[kind]["$defs"]
    name = [holder for holder in holders if defs.get(holder, {}).get("type") == "object"][-1]
    return name, json.dumps(defs[name])


def mutants(kind):
    """All that may be wrong with the first value of each form, and the usual with the others."""
    document, tried = WHOLE[kind], set()
    for path in steps(document):
        if TRIED_IN[home(kind, path)] != kind:
            continue
        schema = schema_at(kind, path)
        form = json.dumps(schema.get("$ref", {k: v for k, v in schema.items() if k not in ("default", "description")}))
        values = [*(USUAL if form in tried else WRONG), *resolve(kind, schema).get("enum", [])]
        tried.add(form)
        for value in values:
            yield path, f"is {value!r}", replaced(document, path, value)
        here = document
        for step in path:
            here = here[step]
        if isinstance(here, dict):
            yield path, "has a key more", replaced(document, path, {**here, "unknown": 1})
        if path and isinstance(path[-1], str):
            yield path, "is not there", changed(document, path, lambda holder, step: holder.pop(step))


def has_point(document):
    """Whether a number in the content of a version has a decimal point."""
    versions = document.get("versions") if isinstance(document, dict) else None
    version = versions[0] if isinstance(versions, list) and versions else None
    return isinstance(version, dict) and isinstance(version.get("content"), dict) and "18.0" in json.dumps(version["content"])


def is_loose(kind, path, mutant):
    """Whether the schema may accept here what the library refuses, as its "$comment" says."""
    if kind != TEMPLATE:
        return schema_at(kind, path).get("$ref") in LOOSE or has_point(mutant)
    findings = marmot.AssessmentTemplate.check(json.dumps(mutant).encode())
    return all(
        finding.rule in ("template/id-twice", "template/no-stage", "template/no-parent", "template/cycle")
        or finding.message in ("The review ends before it begins", "It is no longer valid before it is")
        for finding in findings
    )


# --- the tests ---------------------------------------------------------------------


def test_the_schemas_are_those_that_the_library_makes():
    spec = importlib.util.spec_from_file_location("write_schemas", ROOT / "doc/write-schemas.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made = module.make_schemas()
    assert {f"{kind}.schema.json" for kind in DOCUMENTS} == set(made), module.__doc__
    for name, schema in made.items():
        assert (ROOT / "doc/schema" / name).read_text(encoding="utf-8") == schema, f"{name}: {module.__doc__}"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one(kind):
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert "cannot say" in SCHEMAS[kind]["$comment"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_shipped_is_accepted(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    kind = document["format"].removeprefix("marmot-")
    assert [error.message for error in VALIDATORS[kind].iter_errors(document)] == []
    assert library_accepts(kind, document)


def test_every_kind_of_file_is_shipped():
    kinds = {json.loads(path.read_text(encoding="utf-8"))["format"].removeprefix("marmot-") for path in SHIPPED}
    assert kinds == set(SCHEMAS)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_whole_documents_are_accepted(kind):
    assert [error.message for error in VALIDATORS[kind].iter_errors(WHOLE[kind])] == []
    assert library_accepts(kind, WHOLE[kind])


@pytest.mark.parametrize("kind", SCHEMAS)
def test_both_say_the_same_of_mutants(kind):
    disagreements = []
    n_accepted = n_refused = 0
    for path, what, mutant in mutants(kind):
        library, schema = library_accepts(kind, mutant), schema_accepts(kind, mutant)
        n_accepted += library
        n_refused += not library
        if library != schema and not (schema and is_loose(kind, path, mutant)):
            disagreements.append(f"{'/'.join(map(str, path))} {what}: the library {'accepts' if library else 'refuses'}")
    assert disagreements == []
    assert n_accepted > 5 and n_refused > 100


@pytest.mark.parametrize("kind", SCHEMAS)
def test_both_say_the_same_of_long_texts(kind):
    short, long = (80, 20000) if kind == TEMPLATE else (100, 1048576)
    tried = set()
    for path in steps(WHOLE[kind]):
        name = schema_at(kind, path).get("$ref", "").removeprefix("#/$defs/")
        if name in ("text", "short-name", "page") and name not in tried and path[-1] not in ("stage", "parent"):
            tried.add(name)
            most = short if name == "short-name" else long
            for letter in ("a",) if name != "text" else ("a", "é"):
                for n in (most, most + 1):
                    text = letter * n if name != "page" else "https://" + letter * (n - 8)
                    mutant = replaced(WHOLE[kind], path, text)
                    assert library_accepts(kind, mutant) == schema_accepts(kind, mutant) == (n == most), (path, n)
    assert "short-name" in tried or kind in ("pledge", "workforce")


def test_the_words_of_a_template_are_those_of_the_library():
    properties = SCHEMAS[TEMPLATE]["$defs"]["question"]["properties"]
    for words, enumeration in (
        (SCHEMAS[TEMPLATE]["$defs"]["dimension-kind"]["enum"], marmot.DimensionKind),
        (properties["answer"]["enum"], marmot.AnswerKind),
    ):
        assert words == [member.value_nick for member in enumeration.__enum_values__.values()]


def test_both_say_the_same_of_lists_of_many():
    for key in ("prompts", "dimension-kinds"):
        for n in (1000, 1001):
            mutant = copy.deepcopy(WHOLE[TEMPLATE])
            mutant["questions"][0][key] = ["local"] * n
            assert library_accepts(TEMPLATE, mutant) == schema_accepts(TEMPLATE, mutant) == (n == 1000)
    for n in (1000, 1001):
        mutant = copy.deepcopy(WHOLE[TEMPLATE])
        mutant["stages"] = [{"id": f"s{i}", "title": "S"} for i in range(n - 1)] + [{"id": "a", "title": "A"}]
        assert library_accepts(TEMPLATE, mutant) == schema_accepts(TEMPLATE, mutant) == (n == 1000)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_nesting_is_refused(kind):
    deep = []
    for _ in range(200):
        deep = [deep]
    for path in steps(WHOLE[kind]):
        mutant = replaced(WHOLE[kind], path, deep)
        assert not schema_accepts(kind, mutant) and not library_accepts(kind, mutant)


# --- what a schema cannot say --------------------------------------------------------


def twice(kind, path):
    """A document whose list at a path holds its first entry twice."""
    def double(holder, step):
        holder[step] = [holder[step][0], *holder[step]]

    return changed(WHOLE[kind], path, double)


@pytest.mark.parametrize(
    ("kind", "path"),
    [("assessment", ("actions",)), ("assessment", ("outcomes",)), ("action-plan", ("actions",)),
     (TEMPLATE, ("stages",)), (TEMPLATE, ("dimensions",)), (TEMPLATE, ("questions",))],
)
def test_two_entries_with_one_short_name(kind, path):
    document = twice(kind, path)
    assert schema_accepts(kind, document)
    assert not library_accepts(kind, document)


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t["questions"][0].update(stage="b"),
        lambda t: t["questions"][1].update(parent="c"),
        lambda t: t["questions"][0].update(parent="b"),
        lambda t: t["questions"][0].update(parent="a"),
        lambda t: t["review"].update({"from-months": 2, "until-months": 1}),
        lambda t: t.update({"valid-until": t["valid-from"]}),
    ],
    ids=["no such stage", "no such parent", "a cycle", "its own parent", "the review ends early", "never valid"],
)
def test_what_lies_between_values_of_a_template(change):
    template = copy.deepcopy(WHOLE[TEMPLATE])
    change(template)
    assert schema_accepts(TEMPLATE, template)
    assert not library_accepts(TEMPLATE, template)


@pytest.mark.parametrize(
    ("key", "text", "is_read"),
    [("period", "2017/18", True), ("period", "2017/19", False), ("value", "91%", True), ("value", "1,23", False)],
)
def test_what_is_read_of_a_text(key, text, is_read):
    document = copy.deepcopy(WHOLE["assessment"])
    document["evidence"][0][key] = text
    assert schema_accepts("assessment", document)
    assert library_accepts("assessment", document) == is_read


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_key_that_occurs_twice(kind):
    text = json.dumps(WHOLE[kind])
    text = '{"format": "marmot-%s", %s' % (kind, text[1:])
    assert schema_accepts(kind, json.loads(text))
    with pytest.raises(marmot.ParseError, match="twice"):
        class_of(kind).new_from_json(text.encode())


def test_a_day_and_no_day():
    for due, none, accepted in (({}, True, True), ({"due": "2025-03-31"}, False, True), ({"due": "2025-03-31"}, True, False)):
        plan = fill("action-plan", SCHEMAS["action-plan"])
        del plan["actions"][0]["due"]
        plan["actions"][0].update(due, no_due_date=none)
        assert schema_accepts("action-plan", plan) == library_accepts("action-plan", plan) == accepted


# --- at random -----------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1, max_size=40)
NAMED = {
    "short-name": st.text("abcXYZ019._-", min_size=1, max_size=100),
    "text": TEXTS,
    "day": st.dates().map(lambda day: day.isoformat()),
    "period": st.sampled_from(["2018-02-05", "2017/18", "academic 2017/18", "2024/25 Q2", "Dec-24", "2020 - 22", "2024"]),
    "figure": st.sampled_from(["91%", "1,234", "5.0%", "c", "N/A", "-3.20", "0"]),
    "words": TEXTS,
    "page": st.text("abc/?#é", max_size=20).map(lambda rest: "https://" + rest),
}


def strategy(kind, schema):
    """Documents that the schema allows."""
    name = schema.get("$ref", "").removeprefix("#/$defs/")
    if name in NAMED:
        return NAMED[name]
    schema = resolve(kind, schema)
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "object" and "properties" not in schema:
        return st.dictionaries(TEXTS, TEXTS | st.integers(0, 9) | st.lists(TEXTS, max_size=2), max_size=2)
    if schema["type"] == "object":
        parts = {key: strategy(kind, value) for key, value in schema["properties"].items()}
        required = schema.get("required", [])
        shut_out = schema.get("not", {}).get("required", [])
        return st.fixed_dictionaries(
            {key: parts[key] for key in required},
            optional={key: part for key, part in parts.items() if key not in required},
        ).map(lambda made: {key: made[key] for key in made if key not in shut_out[1:] or shut_out[0] not in made})
    if schema["type"] == "array":
        has_id = "id" in resolve(kind, schema["items"]).get("properties", {})
        unique = {"unique_by": lambda item: item["id"]} if has_id else {}
        return st.lists(strategy(kind, schema["items"]), max_size=2, **unique)
    if schema["type"] == "boolean":
        return st.booleans()
    return st.integers(schema["minimum"], schema["maximum"])


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_what_the_schema_allows_is_read_and_written_back(kind):
    @settings(max_examples=20, deadline=None, database=None, derandomize=True)
    @given(strategy(kind, SCHEMAS[kind]))
    def each(document):
        assert schema_accepts(kind, document)
        read = class_of(kind).new_from_json(json.dumps(document).encode())
        written = json.loads(read.to_json())
        assert schema_accepts(kind, written)
        assert class_of(kind).new_from_json(json.dumps(written).encode()) == read

    each()


@st.composite
def templates(draw):
    ids = st.from_regex(r"[a-z0-9](-?[a-z0-9]){0,10}", fullmatch=True)
    some_ids = st.lists(ids, min_size=1, max_size=4, unique=True)
    stages = [{"id": name, "title": draw(TEXTS)} for name in draw(some_ids)]
    dimensions = []
    for name in draw(some_ids):
        kind = draw(st.sampled_from(["protected", "local", "inclusion"]))
        basis = {"legal-basis": "Equality Act 2010, " + draw(TEXTS)} if kind == "protected" else {}
        dimensions.append({"id": f"local.{name}" if kind == "local" else name, "label": draw(TEXTS), "kind": kind, **basis})
    questions = []
    for name in draw(some_ids):
        question = {"id": name, "stage": draw(st.sampled_from(stages))["id"], "text": draw(TEXTS)}
        question["answer"] = draw(st.sampled_from(["text", "groups", "outcomes", "actions", "review", "choice"]))
        if question["answer"] == "choice":
            question["choices"] = draw(st.lists(TEXTS, min_size=2, max_size=4))
        if question["answer"] == "groups":
            question["dimension-kinds"] = draw(st.lists(st.sampled_from(["local", "protected"]), min_size=1, max_size=2))
        if questions and draw(st.booleans()):
            question["parent"] = questions[0]["id"]
        questions.append(question)
    return {
        "format": "marmot-assessment-template", "id": draw(ids), "title": draw(TEXTS), "publisher": draw(TEXTS),
        "licence": draw(TEXTS), "stages": stages, "dimensions": dimensions, "questions": questions,
    }


@settings(max_examples=20, deadline=None, database=None, derandomize=True)
@given(templates())
def test_templates_at_random(template):
    assert schema_accepts(TEMPLATE, template)
    assert library_accepts(TEMPLATE, template)
    read = marmot.AssessmentTemplate.new_from_json(json.dumps(template).encode())
    assert schema_accepts(TEMPLATE, json.loads(bytes(read.to_json())))
