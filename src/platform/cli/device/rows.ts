/** A device as the control API tells it. */
export type DeviceRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly serial: string;
  readonly plugged: boolean;
  readonly holder: string | null;
  readonly running: string | null;
  readonly psam: string;
  readonly pinEntry: string;
  readonly asksPin: string | null;
  readonly inside: Readonly<Record<string, { readonly person: string; readonly condition?: string }>>;
  readonly screen: readonly string[];
};

export type EventRow = {
  readonly seq: number;
  readonly at: string;
  readonly device: string;
  readonly event: string;
  readonly data?: Readonly<Record<string, unknown>>;
};

const MEDIA: Readonly<Record<string, string>> = {
  card: '社会保障卡',
  'id-card': '身份证',
  code: '二维码',
  face: '人脸',
};

/** What is in it: `社会保障卡 P007（插反了）`. */
export const insideInWords = ({ inside }: DeviceRow): string =>
  Object.entries(inside)
    .map(([what, { person, condition = 'good' }]) => {
      const how = condition === 'good' ? '' : `（${condition}）`;
      return `${MEDIA[what] ?? what} ${person}${how}`;
    })
    .join('，') || '空';

/** One sentence about a device after something was done to it. */
export const deviceInLine = (device: DeviceRow): string =>
  `${device.id} ${device.name}：${device.plugged ? '已插上' : '已拔下'}，${insideInWords(device)}${waiting(device)}`;

const waiting = ({ id, asksPin }: DeviceRow): string =>
  asksPin === null ? '' : `，等密码（kuasheng device pin ${id} 密码）`;

const EVENTS: Readonly<Record<string, string>> = {
  plugged: '插上', unplugged: '拔下', inserted: '放入', removed: '取出', 'pin-requested': '请输入密码',
  'pin-entered': '已输入密码', 'pin-wrong': '密码错误', 'pin-locked': '密码锁定', 'pin-timed-out': '输入密码超时',
  'pin-cancelled': '取消输入密码', 'read-started': '开始读', 'read-finished': '读完', 'read-failed': '读失败',
  'qr-shown': '出示二维码', 'qr-scanned': '扫到二维码', 'qr-expired': '二维码过期', opened: '被打开', closed: '放开',
  screen: '屏幕', 'issuer-answered': '电子凭证接口应答', 'answered-late': '先前的指令迟到的应答',
  added: '新增', renamed: '改名', dropped: '删除', restarted: '读卡服务重启', fault: '故障发生',
}; // prettier-ignore

/** `10:00:00 reader-1 放入 {"medium":"card"}` */
export const eventInLine = ({ at, device, event, data }: EventRow): string => {
  const more = data === undefined || Object.keys(data).length === 0 ? '' : `  ${JSON.stringify(data)}`;
  return `${at.slice(11)}  ${device}  ${EVENTS[event] ?? event}${more}`;
};
