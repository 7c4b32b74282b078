import { z } from 'zod';
import { before, faultKind, words } from '../kind.ts';

export const maintenanceNotice = faultKind({
  kind: 'maintenance-notice',
  title: '停机公告',
  about: '报文立即得到停机信息，未处理。整段停机请用 maintenance（停机维护）。',
  his: '把停机信息告诉患者，不重试；已开始的业务等恢复后完成。',
  scopes: ['before-commit'],
  params: z.strictObject({
    by: z.enum(['national', 'treatment', 'insured']).default('national'),
    text: words.default('系统停机维护，预计 06:00 恢复'),
  }),
  effects: ({ with: { by, text } }) => before({ do: 'refuse', by, text }),
});
