/** The columns of a catalogue file, and what else they may be headed with. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  med_list_codg: ['医疗目录编码', '医保目录编码', '目录编码'],
  name: ['名称', '项目名称', '通用名'],
  chrgitm_lv: ['收费项目等级', '等级'],
  selfpay_prop: ['自付比例', '先自付比例'],
  med_chrgitm_type: ['医疗收费项目类别', '收费类别'],
  list_type: ['目录类别'],
  limit: ['限价', '定价上限'],
  limit_三级: ['三级限价'],
  limit_二级: ['二级限价'],
  limit_一级: ['一级限价'],
  limit_基层: ['基层限价'],
  limit_begndate: ['限价开始日期'],
  limit_enddate: ['限价结束日期'],
  lmt_used_flag: ['限制使用标志'],
  bas_medn_flag: ['基本药物标志'],
  hi_nego_drug_flag: ['谈判药品标志'],
  chld_medc_flag: ['儿童用药标志'],
  dosform: ['剂型'],
  spec: ['规格'],
  prodname: ['商品名'],
};

const BY_HEAD = new Map(
  Object.entries(COLUMNS).flatMap(([column, heads]) => [column, ...heads].map((head) => [head, column] as const)),
);

/**
 * The column that a head means: its own name or a Chinese one. Undefined for a column that a catalogue does not have.
 */
export const columnOf = (head: string): string | undefined => BY_HEAD.get(head.trim());
