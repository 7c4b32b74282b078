/**
 * Administrative divisions 医保区划: six digits, province (2) + city (2) + district (2). A place 统筹区 is a city; in the four
 * municipalities and the 兵团 the whole of it is one place, and a county under the province itself 省直辖县级行政区
 * (xx90xx) is one. Extra codes of medical insurance: xx9900 省本级 (a place of its own), xxxx99 市本级 (belongs to its
 * city). Names: GB/T 2260, as far as the sandbox needs them.
 */
// prettier-ignore
const PROVINCES: Readonly<Record<string, string>> = {
  11: '北京市', 12: '天津市', 13: '河北省', 14: '山西省', 15: '内蒙古自治区', 21: '辽宁省', 22: '吉林省', 23: '黑龙江省',
  31: '上海市', 32: '江苏省', 33: '浙江省', 34: '安徽省', 35: '福建省', 36: '江西省', 37: '山东省', 41: '河南省',
  42: '湖北省', 43: '湖南省', 44: '广东省', 45: '广西壮族自治区', 46: '海南省', 50: '重庆市', 51: '四川省', 52: '贵州省',
  53: '云南省', 54: '西藏自治区', 61: '陕西省', 62: '甘肃省', 63: '青海省', 64: '宁夏回族自治区', 65: '新疆维吾尔自治区',
  66: '新疆生产建设兵团',
};

/** Municipalities 直辖市 and the 兵团: one pool each. */
const UNDIVIDED = new Set(['11', '12', '31', '50', '66']);

// prettier-ignore
const CITIES: Readonly<Record<string, string>> = {
  1301: '石家庄市', 1401: '太原市', 1501: '呼和浩特市', 2101: '沈阳市', 2102: '大连市', 2201: '长春市', 2301: '哈尔滨市',
  3201: '南京市', 3203: '徐州市', 3205: '苏州市', 3208: '淮安市', 3210: '扬州市', 3301: '杭州市', 3302: '宁波市',
  3401: '合肥市', 3501: '福州市', 3502: '厦门市', 3601: '南昌市', 3701: '济南市', 3702: '青岛市', 4101: '郑州市',
  4201: '武汉市', 4301: '长沙市', 4401: '广州市', 4403: '深圳市', 4406: '佛山市', 4420: '中山市', 4501: '南宁市',
  4601: '海口市', 4602: '三亚市', 5101: '成都市', 5201: '贵阳市', 5301: '昆明市', 5401: '拉萨市', 6101: '西安市',
  6201: '兰州市', 6301: '西宁市', 6401: '银川市', 6501: '乌鲁木齐市',
};

/** A six-digit division code. */
export type Admdvs = string;

/** True for six digits whose first two name a province, the 兵团 included. */
export const isAdmdvs = (code: string): boolean => /^\d{6}$/.test(code) && code.slice(0, 2) in PROVINCES;

/** The province of a code, as a code. */
export const provinceOf = (code: Admdvs): Admdvs => `${code.slice(0, 2)}0000`;

/** The place 统筹区 that a code belongs to: the city of a district, the municipality of its districts. */
export const placeOf = (code: Admdvs): Admdvs => {
  if (UNDIVIDED.has(code.slice(0, 2))) return provinceOf(code);
  if (code.slice(2, 4) === '90') return code;
  return `${code.slice(0, 4)}00`;
};

/** True for the code of a place itself; a province that is divided into places is none. */
export const isPlace = (code: string): boolean =>
  isAdmdvs(code) && placeOf(code) === code && (UNDIVIDED.has(code.slice(0, 2)) || !/^\d\d(00|90)00$/.test(code));

/** The Chinese name of the place of a code; province and code where the place is not named here, else the code. */
export const placeName = (code: Admdvs): string => {
  const place = placeOf(code);
  const province = PROVINCES[place.slice(0, 2)];
  if (province === undefined) return code;
  if (place === provinceOf(code)) return province;
  if (place.endsWith('9900')) return `${province}本级`;
  return CITIES[place.slice(0, 4)] ?? `${province}（${place}）`;
};

/** The Chinese name of the province of a code; the code itself where there is none. */
export const provinceName = (code: Admdvs): string => PROVINCES[code.slice(0, 2)] ?? code;

/** 本地 / 省内异地 / 跨省异地, seen from the place of treatment. */
export type Reach = 'local' | 'same-province' | 'cross-province';

/** How far apart two codes are: same place, same province, or neither. */
export const reach = (treatment: Admdvs, insured: Admdvs): Reach => {
  if (placeOf(treatment) === placeOf(insured)) return 'local';
  return provinceOf(treatment) === provinceOf(insured) ? 'same-province' : 'cross-province';
};

/** All provinces and named cities, in code order. */
export const namedDivisions = (): { code: Admdvs; name: string }[] =>
  [
    ...Object.entries(PROVINCES).map(([code, name]) => ({ code: `${code}0000`, name })),
    ...Object.entries(CITIES).map(([code, name]) => ({ code: `${code}00`, name })),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
