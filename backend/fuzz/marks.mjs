// What is planted into texts, and must never be found in a log.

/** In names and addresses of people: no answer that has it may be kept, either. */
export const MARK = 'zqxfuzz'
/** In whatever else is odd; some of it is for everybody to read, as the reason of a closure. */
export const ODD_MARK = 'zqxodd'
