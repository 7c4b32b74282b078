/** The look of printed forms: A4, black on white, the fonts that a machine in China has. */
export const STYLE = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 182mm; color: #000; background: #fff; font: 10.5pt/1.5 "Songti SC", SimSun,
  "Noto Serif CJK SC", "Source Han Serif SC", serif; }
h1 { font-size: 16pt; text-align: center; margin: 8mm 0 2mm; }
h2 { font-size: 12pt; margin: 7mm 0 2mm; break-after: avoid; }
p { margin: 2mm 0; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 0.3mm solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td.number { text-align: right; white-space: nowrap; }
td.answer { white-space: nowrap; }
a { color: #003a8c; }
small { font-size: 8.5pt; }
.subtitle { text-align: center; }
.seals td { width: 50%; height: 32mm; }
.watermark { position: fixed; top: 40%; left: 0; right: 0; text-align: center; font-size: 90pt; color: #c00;
  opacity: 0.15; transform: rotate(-30deg); pointer-events: none; }
`;
