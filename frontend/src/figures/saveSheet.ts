import { saveFile } from '@/ui/save'

/** Whoever reads a body as text drops its byte order mark; without one French spreadsheets misread every accent. */
const MARK = '\ufeff'

/** Keeps a table as a file that spreadsheets open. */
export const saveSheet = (name: string, content: string) => saveFile(`${name}.csv`, 'text/csv;charset=utf-8', content.startsWith(MARK) ? content : MARK + content)
