import { BETWEEN_PLACES } from '../../domain/between-places.ts';
import type { Maintenance, TransactionName } from '../../domain/maintenance.ts';

/** Why those transactions cannot be down at that node: no message would ever meet the window. */
export const nodeFault = ({ node, transactions }: Pick<Maintenance, 'node' | 'transactions'>): string | undefined => {
  if (!transactions) return node === 'all' ? '应写明：各方 all 只能停办个别交易，如 2207、1107' : undefined;
  if (node === 'all') return undefined;
  const name = transactions.find(node === 'national' ? ofHospitals : ofNation);
  if (name === undefined) return undefined;
  return node === 'national'
    ? `“${name}” 是医院接口的交易，国家平台不办理，请填国家接口的交易，如 national/1107`
    : `“${name}” 由国家平台自己办理，请登记在 national`;
};

const ofHospitals = (name: TransactionName): boolean => name.startsWith('hospital/');

const ofNation = (name: TransactionName): boolean => {
  const [side, infno = ''] = name.split('/');
  return side === 'national' && !BETWEEN_PLACES.has(infno);
};
