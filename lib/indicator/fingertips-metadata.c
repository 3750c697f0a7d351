/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The form of Fingertips' indicator metadata, and writing it as CSV. The text
 * fields are those of IndicatorMetadataTextValue in the code of the site (2020).
 */
#include "fingertips-metadata-private.h"

#include <string.h>

#include "core/marmot-column-builder-private.h"
#include "core/marmot-csv-writer-private.h"
#include "core/marmot-json-private.h"

const MetaField fingertips_meta_fields[META_N_FIELDS] = {
  { "Indicator ID", NULL, "fingertips-id", META_ID },
  { "Indicator", "Name", "name", META_TEXT },
  { "Definition", "Definition", "definition", META_TEXT },
  { "Rationale", "Rationale", "rationale", META_TEXT },
  { "Data source", "DataSource", "data-source", META_TEXT },
  { "Indicator source", "IndSourceLink", "source-link", META_TEXT },
  { "Methodology", "IndMethod", "methodology", META_TEXT },
  { "Standard population/values", "StandardPop", "standard-population", META_TEXT },
  { "Confidence interval details", "CIMethod", "interval-details", META_TEXT },
  { "Source of numerator", "CountSource", "numerator-source", META_TEXT },
  { "Definition of numerator", "CountDefinition", "numerator-definition", META_TEXT },
  { "Source of denominator", "DenomSource", "denominator-source", META_TEXT },
  { "Definition of denominator", "DenomDefinition", "denominator-definition", META_TEXT },
  { "Disclosure control", "DiscControl", "disclosure-control", META_TEXT },
  { "Caveats", "Caveats", "caveat", META_TEXT },
  { "Copyright", "Copyright", "copyright", META_TEXT },
  { "Data re-use", "Reuse", "reuse", META_TEXT },
  { "Links", "Links", "links", META_TEXT },
  { "Indicator number", "RefNum", "number", META_TEXT },
  { "Notes", "Notes", "notes", META_TEXT },
  { "Frequency", "Frequency", "frequency", META_TEXT },
  { "Rounding", "Rounding", "rounding", META_TEXT },
  { "Indicator Content", "IndicatorContent", "content", META_TEXT },
  { "Specific rationale", "SpecificRationale", "specific-rationale", META_TEXT },
  { "Unit", NULL, "unit", META_UNIT },
  { "Value type", NULL, "value-type", META_VALUE_TYPE },
  { "Year type", NULL, "year-type", META_YEAR_TYPE },
  { "Polarity", NULL, "polarity", META_POLARITY },
  { "Impact of COVID-19", "ImpactOfCovid19", "covid-impact", META_TEXT },
  /* Beyond the form. */
  { "Producer", "Producer", "producer", META_TEXT },
  { "Data quality", "DataQuality", "data-quality", META_TEXT },
  { "Keywords", "Keywords", "keywords", META_TEXT },
  { "Evidence of variability", "EvidOfVariability", "variability", META_TEXT },
  { "Justification of confidence interval method", "JustifConfIntMeth", "interval-reason", META_TEXT },
  { "Quality assurance", "QualityAssurance", "quality-assurance", META_TEXT },
  { "Quality improvement plan", "QualityImprPlan", "quality-improvement", META_TEXT },
  { "Justification of exclusions", "JustiOfExclusions", "exclusions-reason", META_TEXT },
  { "Justification of data sources", "JustifOfDataSources", "data-sources-reason", META_TEXT },
  { "Sponsors and stakeholders", "SponsorStakeholders", "stakeholders", META_TEXT },
  { "Confidence interval method", NULL, "interval-method", META_TEXT },
  { "Confidence interval method description", NULL, "interval-method-description", META_TEXT },
  { "Denominator type", NULL, "denominator-type", META_TEXT },
  { "Unit value", NULL, "unit-value", META_UNIT_VALUE },
  { "Unit shown left", NULL, "unit-left", META_UNIT_LEFT },
  { "Indicator owner contact details", "IndOwnerContDet", NULL, META_CONTACT },
  { "Owner contact details", "OwnerContactDetails", NULL, META_CONTACT },
};

static GValue *
add (MetaBuilder *self,
     const char *property,
     GType type)
{
  g_assert (self->n < G_N_ELEMENTS (self->values));
  self->names[self->n] = property;
  memset (&self->values[self->n], 0, sizeof (GValue));
  return g_value_init (&self->values[self->n++], type);
}

void
meta_builder_add_text (MetaBuilder *self,
                       const char *property,
                       const char *text)
{
  g_value_set_string (add (self, property, G_TYPE_STRING), text);
}

void
meta_builder_add_enum (MetaBuilder *self,
                       const char *property,
                       GType type,
                       int value)
{
  g_value_set_enum (add (self, property, type), value);
}

void
meta_builder_add_uint (MetaBuilder *self,
                       const char *property,
                       guint value)
{
  g_value_set_uint (add (self, property, G_TYPE_UINT), value);
}

void
meta_builder_add_double (MetaBuilder *self,
                         const char *property,
                         double value)
{
  g_value_set_double (add (self, property, G_TYPE_DOUBLE), value);
}

void
meta_builder_add_boolean (MetaBuilder *self,
                          const char *property,
                          gboolean value)
{
  g_value_set_boolean (add (self, property, G_TYPE_BOOLEAN), value);
}

void
meta_builder_clear (MetaBuilder *self)
{
  for (guint i = 0; i < self->n; i++)
    g_value_unset (&self->values[i]);
  self->n = 0;
}

MarmotIndicator *
meta_builder_finish (MetaBuilder *self)
{
  GObject *indicator = g_object_new_with_properties (MARMOT_TYPE_INDICATOR, self->n, self->names, self->values);

  meta_builder_clear (self);
  return MARMOT_INDICATOR (indicator);
}

static const struct
{
  const char *name;
  MarmotValueType type;
} value_types[] = {
  { "Directly standardised rate", MARMOT_VALUE_TYPE_DIRECTLY_STANDARDISED_RATE },
  { "Indirectly standardised ratio", MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATIO },
  { "Crude rate", MARMOT_VALUE_TYPE_CRUDE_RATE },
  { "Indirectly standardised rate", MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_RATE },
  { "Proportion", MARMOT_VALUE_TYPE_PROPORTION },
  { "Ratio", MARMOT_VALUE_TYPE_RATIO },
  { "Count", MARMOT_VALUE_TYPE_COUNT },
  { "Score", MARMOT_VALUE_TYPE_SCORE },
  { "Life expectancy", MARMOT_VALUE_TYPE_LIFE_EXPECTANCY },
  { "Slope Index of Inequality", MARMOT_VALUE_TYPE_SLOPE_INDEX },
  { "Indirectly standardised proportion", MARMOT_VALUE_TYPE_INDIRECTLY_STANDARDISED_PROPORTION },
  { "Excess risk", MARMOT_VALUE_TYPE_EXCESS_RISK },
  { "Median", MARMOT_VALUE_TYPE_MEDIAN },
  { "Percentage point", MARMOT_VALUE_TYPE_PERCENTAGE_POINT },
  { "Mean", MARMOT_VALUE_TYPE_MEAN },
  { "Gap", MARMOT_VALUE_TYPE_GAP },
};

gboolean
meta_value_type_from_name (const char *name,
                           MarmotValueType *value_type)
{
  *value_type = MARMOT_VALUE_TYPE_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (value_types); i++)
    if (g_ascii_strcasecmp (value_types[i].name, name) == 0)
      {
        *value_type = value_types[i].type;
        return TRUE;
      }
  return FALSE;
}

const char *
meta_value_type_to_name (MarmotValueType value_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (value_types); i++)
    if (value_types[i].type == value_type)
      return value_types[i].name;
  return "";
}

gboolean
meta_year_type_from_name (const char *name,
                          MarmotYearType *year_type)
{
  GEnumClass *known = g_type_class_ref (MARMOT_TYPE_YEAR_TYPE);
  gboolean is_found = FALSE;

  *year_type = MARMOT_YEAR_CALENDAR;
  for (guint i = 0; i < known->n_values && !is_found; i++)
    {
      MarmotYearType type = (MarmotYearType) known->values[i].value;

      is_found = g_ascii_strcasecmp (marmot_year_type_get_label (type), name) == 0;
      if (is_found)
        *year_type = type;
    }
  g_type_class_unref (known);
  return is_found;
}

/* The words of the site first, and those of the new Fingertips. */
static const struct
{
  const char *name;
  MarmotPolarity polarity;
} polarities[] = {
  { "Not applicable", MARMOT_POLARITY_UNSTATED },
  { "RAG - Low is good", MARMOT_POLARITY_LOW_IS_GOOD },
  { "RAG - High is good", MARMOT_POLARITY_HIGH_IS_GOOD },
  { "BOB - Blue orange blue", MARMOT_POLARITY_NO_JUDGEMENT },
  { "Low is good", MARMOT_POLARITY_LOW_IS_GOOD },
  { "High is good", MARMOT_POLARITY_HIGH_IS_GOOD },
  { "No judgement", MARMOT_POLARITY_NO_JUDGEMENT },
};

gboolean
meta_polarity_from_name (const char *name,
                         MarmotPolarity *polarity)
{
  *polarity = MARMOT_POLARITY_UNSTATED;
  for (guint i = 0; i < G_N_ELEMENTS (polarities); i++)
    if (g_ascii_strcasecmp (polarities[i].name, name) == 0)
      {
        *polarity = polarities[i].polarity;
        return TRUE;
      }
  return FALSE;
}

const char *
meta_polarity_to_name (MarmotPolarity polarity)
{
  /* Not applicable is something that somebody must have said. */
  for (guint i = 1; i < G_N_ELEMENTS (polarities); i++)
    if (polarities[i].polarity == polarity)
      return polarities[i].name;
  return "";
}

double
meta_unit_get_value (const char *label)
{
  static const struct
  {
    const char *label;
    double value;
  } units[] = {
    { "%", 100 },
    { "per 100", 100 },
    { "per 1,000", 1000 },
    { "per 10,000", 10000 },
    { "per 100,000", 100000 },
    { "per 1,000,000", 1000000 },
    { "£", 1 },
    { "per 1,000/day", 2.737850787 },
  };

  for (guint i = 0; label && i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (units[i].label, label) == 0)
      return units[i].value;
  return 0;
}

/* The cell of an indicator, NULL where nothing stands. */
static char *
make_cell (MarmotIndicator *indicator,
           const MetaField *field)
{
  g_autofree char *text = NULL;
  const char *name = NULL;

  switch (field->kind)
    {
    case META_VALUE_TYPE:
      g_object_get (indicator, "value-type-name", &text, NULL);
      name = text ? text : meta_value_type_to_name (marmot_indicator_get_value_type (indicator));
      break;
    case META_YEAR_TYPE:
      g_object_get (indicator, "year-type-name", &text, NULL);
      name = text ? text : marmot_year_type_get_label (marmot_indicator_get_year_type (indicator));
      break;
    case META_POLARITY:
      g_object_get (indicator, "polarity-name", &text, NULL);
      name = text ? text : meta_polarity_to_name (marmot_indicator_get_polarity (indicator));
      break;
    case META_UNIT_VALUE:
      {
        double value = marmot_indicator_get_unit_value (indicator);
        GString *number;

        /* The unit says it already. */
        if (meta_unit_get_value (marmot_indicator_get_unit (indicator)) == value)
          return NULL;
        number = g_string_new (NULL);
        marmot_json_append_double (number, value);
        return g_string_free (number, FALSE);
      }
    case META_UNIT_LEFT:
      return marmot_indicator_get_unit_left (indicator) ? g_strdup ("yes") : NULL;
    case META_CONTACT:
      return NULL;
    case META_ID:
      return g_strdup_printf ("%u", marmot_indicator_get_fingertips_id (indicator));
    case META_TEXT:
    case META_UNIT:
    default:
      g_object_get (indicator, field->property, &text, NULL);
      name = text;
    }
  return name && *name ? g_strdup (name) : NULL;
}

/* FALSE, with error set, if the form has no place for something. */
static gboolean
check_indicator (MarmotIndicator *indicator,
                 GError **error)
{
  static const char *const without_place[] = { "group",           "counts",          "level",    "organisation", "directorate",
                                               "polarity-source", "polarity-reason", "additive", "proxy-for" };
  const guint id = marmot_indicator_get_fingertips_id (indicator);
  g_autofree char *digits = g_strdup_printf ("%u", id);
  const char *what = NULL;

  if (id == 0)
    {
      g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                           "Fingertips' metadata need a number for each indicator: set its fingertips-id");
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (without_place) && !what; i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (indicator), without_place[i]);
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (indicator), without_place[i], g_value_init (&value, pspec->value_type));
      if (!g_param_value_defaults (pspec, &value))
        what = without_place[i];
    }
  if (g_strcmp0 (marmot_indicator_get_id (indicator), digits) != 0 && marmot_indicator_get_id (indicator))
    what = "id";
  if (marmot_indicator_get_value_type (indicator) == MARMOT_VALUE_TYPE_TEXT)
    what = "value-type";
  if (what)
    g_set_error (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_DATA,
                 "Fingertips' metadata have no place for what the property \"%s\" of an indicator says: leave it out",
                 what);
  return !what;
}

static MarmotColumn *
make_column (GListModel *indicators,
             const MetaField *field)
{
  MarmotColumnBuilder *builder = marmot_column_builder_new (MARMOT_COLUMN_TEXT);

  for (guint i = 0; i < g_list_model_get_n_items (indicators); i++)
    {
      g_autoptr (MarmotIndicator) indicator = g_list_model_get_item (indicators, i);
      g_autofree char *cell = make_cell (indicator, field);

      if (cell)
        (void) marmot_column_builder_append_text (builder, cell, strlen (cell));
      else
        marmot_column_builder_append_null (builder);
    }
  return marmot_column_builder_finish (builder);
}

GBytes *
marmot_fingertips_write_metadata_bytes (GListModel *indicators,
                                        GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) marmot_column_unref);
  g_autoptr (MarmotTable) table = NULL;
  guint n;

  g_return_val_if_fail (G_IS_LIST_MODEL (indicators), NULL);

  n = g_list_model_get_n_items (indicators);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (indicators, i);

      if (!MARMOT_IS_INDICATOR (item))
        {
          g_set_error_literal (error, MARMOT_ERROR, MARMOT_ERROR_INVALID_ARGUMENT,
                               "The list holds something that is no indicator: take it out");
          return NULL;
        }
      if (!check_indicator (MARMOT_INDICATOR (item), error))
        return NULL;
    }

  for (guint i = 0; i < META_N_FIELDS; i++)
    {
      g_autoptr (MarmotColumn) column = make_column (indicators, &fingertips_meta_fields[i]);

      if (i >= META_N_FORM && marmot_column_get_n_nulls (column) == n)
        continue;
      g_ptr_array_add (names, (gpointer) fingertips_meta_fields[i].column);
      g_ptr_array_add (columns, g_steal_pointer (&column));
    }
  g_ptr_array_add (names, NULL);
  table = marmot_table_new ((const char * const *) names->pdata, (MarmotColumn **) columns->pdata, columns->len,
                            error);
  return table ? marmot_csv_write_styled (table, MARMOT_CSV_STYLE_EXPORT, error) : NULL;
}
