import type { CivilDateTime } from '../../kernel/civil-time.ts';

/** A file that travels beside the messages of an institution 文件上传下载 (9101, 9102), until its time is over. */
export type HospitalFile = {
  /** 文件查询号 */
  readonly file_qury_no: string;
  /** Whose it is: nobody else gets it. */
  readonly fixmedins_code: string;
  readonly filename: string;
  /** uploaded: what 9101 brought, base64 as it came; made: the text of a file that the platform made. */
  readonly kind: 'uploaded' | 'made';
  readonly content: string;
  /** 下载截止时间 */
  readonly dld_endtime: CivilDateTime;
};
