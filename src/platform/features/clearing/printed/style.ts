/** The look of printed documents: A4 across, black on white, the fonts that a machine in China has. */
export const STYLE = `
@page { size: A4 landscape; margin: 12mm; }
body { margin: 0; color: #000; background: #fff; font: 9.5pt/1.4 "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
section { break-after: page; }
h1 { font-size: 15pt; text-align: center; margin: 6mm 0 2mm; }
.facts, .sign { text-align: right; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 0.3mm solid #000; padding: 0.8mm 1.2mm; text-align: left; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.number { text-align: right; white-space: nowrap; }
tfoot td { font-weight: bold; }
small { font-size: 8pt; }
`;
