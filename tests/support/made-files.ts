import { PDFDocument, StandardFonts, rgb } from 'pdf-lib';
import sharp from 'sharp';

/** A paper of some A4 pages: a heading, its number on each, and the words asked for on a page of theirs. */
export async function madePdf(
  heading: string,
  pages = 1,
  words: Readonly<Record<number, string>> = {},
): Promise<string> {
  const file = await PDFDocument.create();
  const [plain, bold] = [
    await file.embedFont(StandardFonts.Helvetica),
    await file.embedFont(StandardFonts.HelveticaBold),
  ];
  for (let number = 1; number <= pages; number++) {
    const page = file.addPage([595.28, 841.89]);
    page.drawRectangle({ x: 40, y: 40, width: 515, height: 760, borderColor: rgb(0.7, 0.15, 0.12), borderWidth: 2 });
    page.drawText(heading, { x: 70, y: 740, size: 24, font: bold });
    page.drawText(`Page ${number} of ${pages}`, { x: 70, y: 700, size: 13, font: plain });
    for (let line = 0; line < 22; line++) {
      const text = `${number}.${line + 1}  The holder keeps records of raw material, process and dispatch.`;
      page.drawText(text, { x: 70, y: 660 - line * 24, size: 11, font: plain });
    }
    page.drawText(words[number] ?? '', { x: 70, y: 90, size: 13, font: bold });
  }
  return Buffer.from(await file.save()).toString('base64');
}

/** A photo of a place: sky over a field, in a colour of its own. */
export async function madePhoto(hue: number, width = 1600, height = 1200): Promise<string> {
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="60%" fill="hsl(205 50% 78%)"/><rect y="60%" width="100%" height="40%" fill="hsl(${hue} 40% 40%)"/>
    <circle cx="${width * 0.8}" cy="${height * 0.2}" r="${height * 0.07}" fill="#fff4c2"/>
    <rect x="${width * 0.2}" y="${height * 0.36}" width="${width * 0.34}" height="${height * 0.3}" fill="hsl(${hue} 22% 62%)"/>
    <path d="M${width * 0.17} ${height * 0.37} L${width * 0.37} ${height * 0.22} L${width * 0.57} ${height * 0.37} Z" fill="#7a3b2e"/>
  </svg>`;
  return (await sharp(Buffer.from(scene)).jpeg({ quality: 82 }).toBuffer()).toString('base64');
}
