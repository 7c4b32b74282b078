type LimitDates = {
  readonly limit?: unknown;
  readonly limits?: unknown;
  readonly limit_begndate?: string;
  readonly limit_enddate?: string;
};

/** What is wrong with the days of an item's limits. */
export const limitDates = (item: LimitDates): string[] => {
  const { limit_begndate, limit_enddate } = item;
  if (limit_begndate === undefined && limit_enddate === undefined) return [];
  if (!item.limit && !item.limits) return ['没有限价，不写 limit_begndate 和 limit_enddate'];
  const turned = limit_begndate !== undefined && limit_enddate !== undefined && limit_enddate < limit_begndate;
  return turned ? [`limit_enddate（${limit_enddate}）早于 limit_begndate（${limit_begndate}）`] : [];
};
