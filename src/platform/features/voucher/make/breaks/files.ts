import { createHash } from 'node:crypto';
import { utf8, type NamedBytes } from '../zip-files.ts';
import type { Break } from './break.ts';

/** Bytes that cannot be packed any smaller. */
const noise = (length: number): Uint8Array => {
  const parts = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(String(index)).digest(),
  );
  return Buffer.concat(parts, length);
};

const LARGE = 2_200_000;

const replaced = (files: readonly NamedBytes[], bytes: Uint8Array): NamedBytes[] =>
  files.map((file, index) => (index === 0 ? { ...file, bytes } : file));

/** A document type of its own: entities that would grow, or be fetched. */
const DOCTYPE =
  '<!DOCTYPE elecSetlCert [<!ENTITY a "样张"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';

/** What is wrong with the files of one voucher: 4902 says so, the rest of the batch is taken. */
export const FILE_BREAKS: readonly Break[] = [
  {
    name: 'file-missing',
    means: '压缩包内没有版式文件，只有结构化文件',
    fault: 'file-missing',
    broken: (draft) => ({
      ...draft,
      mode: '2',
      sent: { ...draft.sent, upldMode: '2' },
      files: (files) => files.slice(1),
    }),
  },
  {
    name: 'file-too-large',
    means: '版式文件超过大小限制',
    fault: 'file-too-large',
    broken: (draft) => ({ ...draft, ofd: (files) => [...files, { name: 'Doc_0/Res/noise.bin', bytes: noise(LARGE) }] }),
  },
  {
    name: 'file-not-layout',
    means: '版式文件的内容不是 OFD 或 PDF',
    fault: 'file-not-layout',
    broken: (draft) => ({ ...draft, files: (files) => replaced(files, utf8('GIF89a 样张')) }),
  },
  {
    name: 'ofd-broken',
    means: 'OFD 里缺少 Document.xml',
    fault: 'ofd-broken',
    broken: (draft) => ({ ...draft, ofd: (files) => files.filter(({ name }) => !name.endsWith('Document.xml')) }),
  },
  {
    name: 'xml-missing',
    means: '没有结构化文件',
    fault: 'xml-missing',
    broken: (draft) => ({ ...draft, xml: () => undefined }),
  },
  {
    name: 'xml-broken',
    means: '结构化文件没有写完',
    fault: 'xml-broken',
    broken: (draft) => ({ ...draft, xml: (xml) => xml.slice(0, xml.length >> 1) }),
  },
  {
    name: 'xml-doctype',
    means: '结构化文件带实体声明（XXE、十亿笑声）',
    fault: 'xml-broken',
    broken: (draft) => ({ ...draft, xml: (xml) => xml.replace('<elecSetlCert>', `${DOCTYPE}<elecSetlCert>`) }),
  },
];
