/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) in plain arithmetic, for the parts that may know no Node. */

const firstPrimes = (count: number): number[] => {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
};

/** The first 32 bits of the fraction of a root. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;

const ROUNDS = firstPrimes(64).map((prime) => fraction(Math.cbrt(prime)));
const START = firstPrimes(8).map((prime) => fraction(Math.sqrt(prime)));
const BLOCK = 64;

/** The message, a one bit, zeros and its length in bits: whole blocks. */
const padded = (message: Uint8Array): DataView => {
  const length = Math.ceil((message.length + 9) / BLOCK) * BLOCK;
  const bytes = new Uint8Array(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(length - 4, message.length << 3);
  return view;
};

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const at = (words: ArrayLike<number>, index: number): number => words[index] ?? 0;

const schedule = (block: DataView, offset: number): Int32Array => {
  const words = new Int32Array(64);
  for (let i = 0; i < 16; i++) words[i] = block.getInt32(offset + i * 4);
  for (let i = 16; i < 64; i++) {
    const [early, late] = [at(words, i - 15), at(words, i - 2)];
    const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = at(words, i - 16) + small + at(words, i - 7) + large;
  }
  return words;
};

type State = readonly [number, number, number, number, number, number, number, number];

const mixed = ([a, b, c, d, e, f, g, h]: State, word: number, round: number): State => {
  const choice = (e & f) ^ (~e & g);
  const majority = (a & b) ^ (a & c) ^ (b & c);
  const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + round + word) | 0;
  const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
  return [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
};

/** The digest, 32 bytes. */
export const sha256 = (message: Uint8Array): Uint8Array => {
  const blocks = padded(message);
  let state = START as unknown as State;
  for (let offset = 0; offset < blocks.byteLength; offset += BLOCK) {
    const words = schedule(blocks, offset);
    let next = state;
    for (let i = 0; i < 64; i++) next = mixed(next, at(words, i), at(ROUNDS, i));
    state = state.map((word, index) => (word + at(next, index)) | 0) as unknown as State;
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(index * 4, word));
  return new Uint8Array(digest.buffer);
};

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(a.length + b.length);
  bytes.set(a);
  bytes.set(b, a.length);
  return bytes;
};

/** The keyed digest HMAC-SHA-256, 32 bytes. */
export const hmacSha256 = (key: Uint8Array, message: Uint8Array): Uint8Array => {
  const block = joined(key.length > BLOCK ? sha256(key) : key, new Uint8Array(BLOCK)).slice(0, BLOCK);
  const under = (mask: number) => block.map((byte) => byte ^ mask);
  return sha256(joined(under(0x5c), sha256(joined(under(0x36), message))));
};
