import { expect, type Page } from '@playwright/test'

/** How many sheets are printed from here, all of A4; `paper`: what lies in the printer, where the page does not ask for A4 itself. */
export async function sheetsOf(page: Page, paper: 'A4' | 'Letter' = 'Letter'): Promise<number> {
  const pdf = (await page.pdf({ format: paper, preferCSSPageSize: true, printBackground: true })).toString('latin1')
  for (const size of pdf.match(/\/MediaBox \[[^\]]*\]/g) ?? []) expect(size).toMatch(/\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
