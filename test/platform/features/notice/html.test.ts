import { describe, expect, it } from 'vitest';
import { BLANK, type Notice } from '../../../../src/platform/features/notice/notice.ts';
import { noticeHtml } from '../../../../src/platform/features/notice/printed/html.ts';

const ground = { source: '<b>某文件</b> & "附件"', mark: 'sandbox', status: 'illustrative' } as const;

const NOTICE: Notice = {
  place: '610100',
  name: '西安市<script>',
  on: '2026-09-01',
  title: '西安市<script>告知书',
  template: false,
  opening: [{ text: '1 < 2' }],
  sections: [
    { level: 1, heading: '一、认定', blocks: [] },
    { level: 2, heading: '（一）材料', blocks: [{ kind: 'list', items: [{ text: `电话：${BLANK}` }] }] },
    {
      level: 3,
      heading: '1. 职工医保',
      blocks: [
        {
          kind: 'table',
          heads: ['病种', '起付标准', '比例'],
          rows: [
            [[{ text: '高血压' }], [{ text: '700元' }], [{ text: '退休：80%', ground }, { text: '其余：70%' }]],
            [[{ text: '冠心病' }], [{ text: '没有待遇' }]],
          ],
        },
      ],
    },
  ],
};

describe('the page of a notice', () => {
  const html = noticeHtml(NOTICE);

  it('stands alone: no script, nothing fetched', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(html).toContain('<meta charset="utf-8">');
    expect(html).toContain('@page { size: A4;');
    expect(html).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|javascript:/i);
  });

  it('takes nothing of a text for markup', () => {
    expect(html).toContain('<h1>西安市&lt;script&gt;告知书</h1>');
    expect(html).toContain('<p>1 &lt; 2</p>');
    expect(html).toContain('来源：&lt;b&gt;某文件&lt;/b&gt; &amp; &quot;附件&quot;。');
  });

  it('shows blanks, marks and rows that say one thing', () => {
    expect(html).toContain(`<li>电话：<span class="blank">${BLANK}</span></li>`);
    expect(html).toContain('<td>退休：80%<sup>※[1]</sup><br>其余：70%</td>');
    expect(html).toContain('<tr><td>冠心病</td><td colspan="2">没有待遇</td></tr>');
    expect(html).toContain('<h2>一、认定</h2>\n<h3>（一）材料</h3>');
    expect(html).toContain('<h4>1. 职工医保</h4>');
  });
});
