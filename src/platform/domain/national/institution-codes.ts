import type { Institution, OutOfAreaFlag } from '../institution.ts';

/**
 * 异地联网开通类型 out_onln_open_type. Its code list is not public: the values are those of out_onln_way in the national
 * table of filings out_appy_d (1 国家异地, 2 省内异地), and 0 for neither (sandbox).
 */
const OPEN_TYPES: Readonly<Record<string, OutOfAreaFlag>> = { '0': 'none', '1': 'national', '2': 'province' };

/** What 异地联网开通类型 may be, for whoever sent another value. */
export const OPEN_TYPES_ALLOWED = '应为 0 未开通、1 国家异地、2 省内异地';

/** Whom an institution serves by its code; undefined for a code that is none. */
export const outOfAreaOf = (type: string): OutOfAreaFlag | undefined =>
  Object.hasOwn(OPEN_TYPES, type) ? OPEN_TYPES[type] : undefined;

/** The code of whom an institution serves. */
export const openTypeOf = (flag: OutOfAreaFlag): string => ({ none: '0', national: '1', province: '2' })[flag];

/** 定点联网开通标志 fix_onln_open_flag: 0 暂停联网, 1 正常联网, 2 取消定点. */
export const onlineFlag = (online: Institution['online']): string =>
  online === undefined ? '1' : { suspended: '0', cancelled: '2' }[online];

/** The same read: 正常联网 is the absence of anything else. */
export const onlineOf = (flag: string): Institution['online'] =>
  flag === '0' ? 'suspended' : flag === '2' ? 'cancelled' : undefined;
