/** Size of the photo of an identity card, in pixels. */
const WIDTH = 102;
const HEIGHT = 126;
const ROW = Math.ceil(WIDTH / 32) * 4;
const HEADER = 62;

/** Whether a pixel belongs to the outline of a person: a head and shoulders. `y` counts from the top. */
const isInk = (x: number, y: number): boolean => {
  const [dx, dy] = [x - WIDTH / 2, y - 46];
  if (dx * dx + dy * dy < 26 * 26) return true;
  const [sx, sy] = [dx / 42, (y - HEIGHT) / 48];
  return sx * sx + sy * sy < 1;
};

/** The photo of every virtual identity card: a black and white bitmap (BMP) of nobody. */
export const photo = (): Uint8Array => {
  const bytes = Buffer.alloc(HEADER + ROW * HEIGHT);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(HEADER, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(WIDTH, 18);
  bytes.writeInt32LE(HEIGHT, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(1, 28);
  bytes.writeUInt32LE(ROW * HEIGHT, 34);
  bytes.writeUInt32LE(2, 46);
  bytes.writeUInt32LE(0xffffff, 58);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const at = HEADER + (HEIGHT - 1 - y) * ROW + (x >> 3);
      if (!isInk(x, y)) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bytes;
};
