import { expect, type Page } from '@playwright/test'

/** How many sheets are printed from here, all of A4. */
export async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const sizes = pdf.match(/\/MediaBox \[[^\]]*\]/g) ?? []
  for (const size of sizes) expect(size).toMatch(/\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
