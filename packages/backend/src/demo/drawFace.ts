import { createHash } from 'crypto';

const skins = ['#f3d2b8', '#e5b38c', '#c98d62', '#9a6440', '#6f4429'];
const hairs = [
  '#1f1a17',
  '#4a2f20',
  '#7b4a21',
  '#b9843f',
  '#8c8c8c',
  '#a33b20',
];
const shirts = [
  '#3b6ea5',
  '#4f8a5b',
  '#a05a7a',
  '#c07f2c',
  '#5a5f9e',
  '#3f8a8a',
];

/** A portrait as SVG, always the same for the same name. */
export function drawFace(name: string): string {
  const digest = createHash('sha256').update(name).digest();
  const pick = (index: number, colours: readonly string[]) =>
    colours[digest[index] % colours.length];
  const skin = pick(0, skins);
  const hair = pick(1, hairs);
  const fringe = 26 + (digest[2] % 10);
  const long = digest[3] % 2 === 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
  <rect width="100" height="100" fill="#e8edf2"/>
  ${
    long
      ? `<rect x="24" y="34" width="52" height="46" rx="20" fill="${hair}"/>`
      : ''
  }
  <path d="M14 100c0-20 16-28 36-28s36 8 36 28z" fill="${pick(4, shirts)}"/>
  <rect x="42" y="60" width="16" height="18" rx="8" fill="${skin}"/>
  <ellipse cx="50" cy="46" rx="20" ry="24" fill="${skin}"/>
  <path d="M28 46c-2-22 10-30 22-30s24 8 22 30c-3-8-6-${fringe - 18}-10-${
    fringe - 14
  }-8 4-20 3-25 0-4 3-7 8-9 14z" fill="${hair}"/>
  <circle cx="43" cy="47" r="2.2" fill="#222"/>
  <circle cx="57" cy="47" r="2.2" fill="#222"/>
  <path d="M43 57q7 ${
    4 + (digest[5] % 4)
  } 14 0" stroke="#7a3b2e" stroke-width="2" fill="none" stroke-linecap="round"/>
</svg>`;
}
