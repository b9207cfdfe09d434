/** What a line of the sheet has to hold, in characters. */
export interface SheetLine {
  name: number
  errand: number
}

/** Millimetres of an A4 page between its margins, less what print engines differ in. */
const PAGE = 277 - 12
/** Sizes of the writing in points, the best first. */
const SIZES = [9.5, 8.5, 7.5, 6.5]
/** A line to write on by hand, in millimetres, and how many there are at least and at most. */
const [BLANK, LEAST, MOST] = [6.6, 5, 28]
/** Widths of the columns for the name and the procedure in millimetres, as in DaySheet. */
const [NAME, ERRAND] = [43, 60]
const MM = 0.3528

const lineHeight = (size: number) => size * 1.25 * MM
const letters = (width: number, size: number) => Math.floor(width / (size * 0.56 * MM))

function height(size: number, sessions: number, lines: SheetLine[]): number {
  const rows = lines.reduce((sum, { name, errand }) => {
    const deep = Math.max(Math.ceil(name / letters(NAME, size)), Math.ceil(errand / letters(ERRAND, size)), 1)
    return sum + deep * lineHeight(size) + 1.7
  }, 0)
  // Title, note, three headings and the two heads of the tables.
  return 36 + sessions * lineHeight(size) + rows
}

/** The largest writing with which a day fits one A4 page, and how many lines are left for walk-ins. */
export function fitSheet(sessions: number, lines: SheetLine[]): { size: number; blank: number } {
  const size = SIZES.find((one) => height(one, sessions, lines) + LEAST * BLANK <= PAGE) ?? SIZES.at(-1)!
  const left = Math.floor((PAGE - height(size, sessions, lines)) / BLANK)
  return { size, blank: Math.min(Math.max(left, LEAST), MOST) }
}
