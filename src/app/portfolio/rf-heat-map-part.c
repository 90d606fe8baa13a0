// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-heat-map-part.h"

#include "rf-heat-map.h"

/*
 * Some offerings of a heat map, as many as stand side by side. Its chart is made when it comes into sight: nobody looks
 * at a thousand offerings at once.
 */
struct _RfHeatMapPart
{
  GObject parent_instance;

  GPtrArray *all; /* owned, of RfPortfolioItem: those with the same questionnaire, also in other parts */
  guint first;    /* index into @all */
  guint n;
};

G_DEFINE_FINAL_TYPE (RfHeatMapPart, rf_heat_map_part, G_TYPE_OBJECT)

static const RfPortfolioSummary *
get_summary (const GPtrArray *items,
             guint index)
{
  return rf_portfolio_item_get_summary (items->pdata[index]);
}

static void
rf_heat_map_part_finalize (GObject *object)
{
  g_clear_pointer (&RF_HEAT_MAP_PART (object)->all, g_ptr_array_unref);
  G_OBJECT_CLASS (rf_heat_map_part_parent_class)->finalize (object);
}

static void
rf_heat_map_part_class_init (RfHeatMapPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_heat_map_part_finalize;
}

static void
rf_heat_map_part_init (RfHeatMapPart *self)
{
}

/* By questionnaire: sections of different ones have nothing in common. Offerings without an assessment have none. */
static GPtrArray *
list_groups (GListModel *items)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (RfPortfolioItem) item = g_list_model_get_item (items, i);
      const RfPortfolioSummary *summary = rf_portfolio_item_get_summary (item);
      GPtrArray *group;

      if (summary->score == NULL)
        continue;
      group = g_hash_table_lookup (known, summary->questionnaire->sha256);
      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (groups, group);
          g_hash_table_insert (known, (gpointer) summary->questionnaire->sha256, group);
        }
      g_ptr_array_add (group, g_steal_pointer (&item));
    }
  return groups;
}

/**
 * rf_heat_map_part_list:
 * @items: (element-type RfPortfolioItem)
 * @n_columns: as many offerings as stand side by side
 * @parts: (element-type RfHeatMapPart): filled anew
 *
 * Cuts a heat map into parts, those of one questionnaire after those of another.
 */
void
rf_heat_map_part_list (GListModel *items,
                       guint n_columns,
                       GListStore *parts)
{
  g_autoptr (GPtrArray) groups = list_groups (items);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = groups->pdata[i];

      for (guint first = 0; first < group->len; first += n_columns)
        {
          RfHeatMapPart *part = g_object_new (RF_TYPE_HEAT_MAP_PART, NULL);

          part->all = g_ptr_array_ref (group);
          part->first = first;
          part->n = MIN (n_columns, group->len - first);
          g_ptr_array_add (list, part);
        }
    }
  g_list_store_splice (parts, 0, g_list_model_get_n_items (G_LIST_MODEL (parts)), list->pdata, list->len);
}

/**
 * rf_heat_map_part_is_first:
 *
 * Returns: whether it begins a heat map, and stands below its title
 */
gboolean
rf_heat_map_part_is_first (RfHeatMapPart *self)
{
  return self->first == 0;
}

/**
 * rf_heat_map_part_new_chart:
 *
 * Makes the chart: a row for each section, a column for each offering.
 */
RfChart *
rf_heat_map_part_new_chart (RfHeatMapPart *self)
{
  g_autofree RfHeatMapColumn *columns = g_new0 (RfHeatMapColumn, self->all->len);
  const RfQuestionnaire *questionnaire = get_summary (self->all, 0)->questionnaire;
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->all->len; i++)
    columns[i] = (RfHeatMapColumn){ rf_portfolio_item_get_name (self->all->pdata[i]), get_summary (self->all, i)->score };
  title = rf_heat_map_dup_title (questionnaire, columns, self->all->len);
  return rf_heat_map_new (questionnaire, title, columns + self->first, self->n);
}

RfPortfolioItem *
rf_heat_map_part_get_item (RfHeatMapPart *self,
                           guint column)
{
  g_return_val_if_fail (column < self->n, NULL);
  return self->all->pdata[self->first + column];
}

/**
 * rf_heat_map_part_find_question:
 *
 * Returns: (nullable): the id of the first question of a section that is asked of an offering
 */
const char *
rf_heat_map_part_find_question (RfHeatMapPart *self,
                                guint section,
                                guint column)
{
  const RfPortfolioSummary *summary = rf_portfolio_item_get_summary (rf_heat_map_part_get_item (self, column));

  for (guint i = 0; i < summary->questionnaire->n_questions; i++)
    if (summary->questionnaire->questions[i].section == section && summary->score->applicability[i] != RF_HIDDEN)
      return summary->questionnaire->questions[i].id;
  return NULL;
}
