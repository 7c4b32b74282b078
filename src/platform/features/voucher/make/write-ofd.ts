import { pageObjects, PAGE } from './ofd-page.ts';
import type { Specimen } from './specimen.ts';
import { element } from './xml.ts';
import { utf8, type NamedBytes } from './zip-files.ts';

/** The name space of GB/T 33190-2016. */
const NAMESPACE = { 'xmlns:ofd': 'http://www.ofdspec.org/2016' };

/** Where the structured XML lies inside (mode 1); the name is that of one public e-bill client. */
const ATTACHMENT = 'einvoice.xml';

const file = (name: string, root: string, content: string, attributes: Readonly<Record<string, string>> = {}) => ({
  name,
  bytes: utf8(`<?xml version="1.0" encoding="UTF-8"?>\n${element(root, content, { ...NAMESPACE, ...attributes })}`),
});

/** The files of an OFD: package, document, fonts, one page; with an attachment where the XML goes inside. */
export const ofdFiles = (specimen: Specimen, inside: string | undefined): readonly NamedBytes[] => [
  file('OFD.xml', 'ofd:OFD', bodyOf(specimen), { Version: '1.1', DocType: 'OFD' }),
  file('Doc_0/Document.xml', 'ofd:Document', documentOf(inside !== undefined)),
  file('Doc_0/PublicRes.xml', 'ofd:Res', FONTS, { BaseLoc: 'Res' }),
  file('Doc_0/Pages/Page_0/Content.xml', 'ofd:Page', pageOf(specimen)),
  ...(inside === undefined ? [] : attachmentFiles(inside)),
];

const bodyOf = ({ bill: { billInfo } }: Specimen): string => {
  const info =
    element('ofd:DocID', `${billInfo.elecSetlCertCode ?? ''}${billInfo.elecSetlCertNo ?? ''}`) +
    element('ofd:Title', '医疗收费电子结算凭证样张') +
    element('ofd:CreationDate', billInfo.billDate ?? '');
  return element('ofd:DocBody', element('ofd:DocInfo', info) + element('ofd:DocRoot', 'Doc_0/Document.xml'));
};

const documentOf = (hasAttachment: boolean): string => {
  const area = element('ofd:PageArea', element('ofd:PhysicalBox', `0 0 ${PAGE.width} ${PAGE.height}`));
  const common = element('ofd:MaxUnitID', '200') + area + element('ofd:PublicRes', 'PublicRes.xml');
  const pages = element('ofd:Pages', '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>');
  const attachments = hasAttachment ? element('ofd:Attachments', 'Attachs/Attachments.xml') : '';
  return element('ofd:CommonData', common) + pages + attachments;
};

const FONTS = element('ofd:Fonts', '<ofd:Font ID="3" FontName="宋体" FamilyName="宋体"/>');

const pageOf = (specimen: Specimen): string =>
  element('ofd:Content', element('ofd:Layer', `\n${pageObjects(specimen)}\n`, { ID: '2' }));

const attachmentFiles = (inside: string): NamedBytes[] => [
  file(
    'Doc_0/Attachs/Attachments.xml',
    'ofd:Attachments',
    element('ofd:Attachment', element('ofd:FileLoc', ATTACHMENT), { ID: '4', Name: ATTACHMENT, Format: 'xml' }),
  ),
  { name: `Doc_0/Attachs/${ATTACHMENT}`, bytes: utf8(inside) },
];
