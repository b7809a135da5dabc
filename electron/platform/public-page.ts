import { createHash } from 'node:crypto';
import type { PublicMark, PublicState, PublicStatus } from '#shared/domain/public-status.ts';
import { PUBLIC_PAGE_STYLE } from './public-page-style.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Told {
  readonly title: Words;
  readonly means: Words;
  /** Path of the sign in a 24 × 24 box. */
  readonly sign: string;
}

const CIRCLE = 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Z';
const TRIANGLE = 'M12 3 2.2 20.5h19.6L12 3Z';

const TOLD: Readonly<Record<PublicState, Told>> = {
  valid: {
    title: { zh: '有效', en: 'Valid' },
    means: { zh: '该产品的星级评定有效。', en: "This product's star rating is in force." },
    sign: `${CIRCLE}M7.5 12.3l3 3 6-6.3`,
  },
  yellow: {
    title: { zh: '黄色警示', en: 'Yellow warning' },
    means: {
      zh: '年检未按期完成或未通过，正在整改；星级评定仍然有效。',
      en: 'The annual check is overdue or failed and is being put right; the rating still stands.',
    },
    sign: `${TRIANGLE}M12 9.5v5M12 17.3v.4`,
  },
  red: {
    title: { zh: '红色警示', en: 'Red warning' },
    means: {
      zh: '该产品已确认存在质量风险，请谨慎购买和食用。',
      en: 'A quality risk has been confirmed for this product. Please be careful.',
    },
    sign: `${CIRCLE}M12 7v6.5M12 16.4v.4`,
  },
  suspended: {
    title: { zh: '已暂停', en: 'Suspended' },
    means: {
      zh: '该产品的星级评定已暂停，暂停期间不得使用标识。',
      en: 'The rating is suspended; the badge may not be used meanwhile.',
    },
    sign: `${CIRCLE}M9.5 8.5v7M14.5 8.5v7`,
  },
  withdrawn: {
    title: { zh: '已撤销', en: 'Withdrawn' },
    means: { zh: '该产品的星级评定已被撤销。', en: 'The rating has been withdrawn.' },
    sign: `${CIRCLE}M8.5 8.5l7 7M15.5 8.5l-7 7`,
  },
  expired: {
    title: { zh: '已过期', en: 'Expired' },
    means: { zh: '该产品的星级评定已过有效期。', en: 'The rating is past its last valid day.' },
    sign: `${CIRCLE}M12 7v5.4l3.4 2`,
  },
  unknown: {
    title: { zh: '查无此码', en: 'Not found' },
    means: {
      zh: '平台没有这个二维码的记录。若它印在产品包装上，请勿视为星级标识。',
      en: 'The platform has no record of this code. If it is printed on a package, do not take it for a star rating.',
    },
    sign: `${CIRCLE}M9.3 9.4a2.8 2.8 0 1 1 3.9 2.6c-.8.4-1.2.9-1.2 1.9M12 16.8v.3`,
  },
};

const WARNING_TOO = {
  yellow: { zh: '另有黄色警示尚未解除。', en: 'A yellow warning also stands.' },
  red: {
    zh: '另有红色警示尚未解除：已确认存在质量风险。',
    en: 'A red warning also stands: a quality risk is confirmed.',
  },
} as const satisfies Record<string, Words>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const row = (zh: string, en: string, value: string, style = ''): string =>
  `<div><dt>${zh} <span lang="en">${en}</span></dt><dd${style && ` class="${style}"`}>${escapeHtml(value)}</dd></div>`;

const markOf = (mark: PublicMark): string => `
<div class="stars" role="img" aria-label="${mark.star} 星 ${mark.star} star">${'★'.repeat(mark.star)}<i>${'★'.repeat(5 - mark.star)}</i><span>${mark.star} 星 <span lang="en">${mark.star}-star</span></span></div>
<h2>${escapeHtml(mark.productName)}</h2>
<p class="by">${escapeHtml(mark.enterpriseName)}</p>
<dl>${row('编号', 'Number', mark.number, 'number')}${row('颁发日期', 'Issued', mark.issuedOn)}${row('有效期至', 'Valid until', mark.validUntil)}</dl>`;

const time = (now: Date): string =>
  `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} (UTC+8)`;

/** Headers of the public page: never kept, no script, nothing from elsewhere, in nobody's frame. */
export const PUBLIC_PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PUBLIC_PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
};

/** The page behind a printed QR code: what holds now, in both languages, for a phone. */
export function publicPage({ state, mark, warning }: PublicStatus, now: Date): string {
  const { title, means, sign } = TOLD[state];
  const also = warning && warning !== state ? WARNING_TOO[warning] : undefined;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.zh} ${title.en} · 中国一乡一品 OTOP</title>
<style>${PUBLIC_PAGE_STYLE}</style>
</head>
<body class="${state}">
<main>
<header><b>中国一乡一品产业促进计划</b><span lang="en">China One Town One Product · live status</span></header>
<section class="card">
<div class="state">
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${sign}"/></svg>
<h1>${title.zh}<small lang="en">${title.en}</small></h1>
<p>${means.zh}<span lang="en">${means.en}</span></p>
</div>
${also ? `<p class="note"><b>${also.zh}</b><br><span lang="en">${also.en}</span></p>` : ''}
${mark ? markOf(mark) : ''}
</section>
<footer>查询时间 <span lang="en">Checked</span> ${time(now)}<br>状态以本页为准，每次扫码重新查询。<br><span lang="en">This page is the authority; every scan asks again.</span></footer>
</main>
</body>
</html>
`;
}
