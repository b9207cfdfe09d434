// What nobody should send, and some of it did.

const long = (text, times) => text.repeat(times)

export const TEXTS = [
  '', ' ', '\u00a0', '\u200b', '\u202f', '\ufeff', 'a', '0', '-1', 'null', 'true', '\0', 'a\0b', '\x1b[31m', '\x7f', '\u202egpj', '\u2066x', '\ud800', 'x\udc00', '\uffff', 'a\r\nb: c',
  long('é', 100), long('x', 101), long('x', 5000), long('😀', 50), long('İ', 60), long('ß', 60), long('a\u0300', 60), long('ﷺ', 20), long('[', 3000), '１', '٣',
  `${long('İ', 60)}@${long('İ', 150)}.fr`, 'a@b.fr', 'jean\u00a0@exemple.fr', '\u200bjean@exemple.fr', 'a@[127.0.0.1]', '"a b"@exemple.fr', 'é@exemple.fr', 'a@exemple', 'a@é.fr',
  '+33612345678', '06 12 34 56 78', '0692 12 34 56', '06\u202f12\u202f34\u202f56\u202f78', '0800', '112', '+999', '06123456781',
  '2026-12-01', '2026-02-30', '0000-01-01', '9999-12-31', '+999999999-12-31', '-999999999-01-01', '+999999999-12-31T00:00:00', '9999-12-31T23:59:59+00:00', '9999-12-31T23:59:59-18:00', '-999999999-01-01T00:00:00',
  '+999999999-12-31T23:59:59-18:00', '2026-12-20T09:00:00', '2026-12-20T09:00:00Z', '2026-10-25T02:30:00', '2027-03-28T02:30:00', '09:00', '24:00', '23:59:59.999999999', '9:00', 'PT1H', '2026-W53',
  'FREQ=DAILY', 'FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;COUNT=999999999', 'FREQ=DAILY;INTERVAL=0', 'FREQ=WEEKLY;BYDAY=XX', 'FREQ=MONTHLY;BYDAY=9TU', 'FREQ=DAILY;UNTIL=99991231', 'FREQ=DAILY;INTERVAL=2147483648',
  "' or 1=1--", '%', '_', '\\', '{{7*7}}', '${jndi:x}', '%s%n', '../..', '<b>', 'https://exemple.fr', 'javascript:alert(1)', 'http://[::1', 'https://exemple.fr/\ud800', '[[', '{nom}', '{visitor}', '{date', '{link}{link}',
  long('9', 17), long('9', 19), long('9', 30), '1e5', '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '1-1-1-1-1', 'Zoé', 'K7QF-2MXD',
]

export const NUMBERS = [0, 1, -1, 2, 5, 15, 60, 480, 1440, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e19, 1e30, 1.5, 1e308, -0.1]

export const OTHERS = [null, true, false, [], {}, [[]], [null], { a: 1 }, ['x'], [1, 'x']]

export const HEADERS = ['', ' ', 'x', '-', ';', ';q=1', '*', '"', '"1', 'W/"1"', '"-1"', '"99999999999999999999"', long('"', 50), long('x', 300), '"0", "1"', '0', '1', '-1', '99999999999999999999', 'é', '\xff', 'Bearer', 'Bearer x', 'Basic eDp5', long('a/', 200)]

export const STEPS = ['0', '-1', '1', '01', '1.0', '99999999999999999999', '%00', '%ff', '%zz', 'a%0d%0ab', '%1b', '%e2%80%ae', '%ed%a0%80', '%c0%80', '%2f', '%2e%2e', '%252e', '%F0%9F%98%80', 'null', long('x', 300), '%20', ';a=b', "'", '1%3Cb%3E']

export const TYPES = ['text/plain', 'application/xml', 'x', ';', 'application/json;charset=utf-16', 'application/json; charset=x', 'multipart/form-data', 'application/x-www-form-urlencoded', 'text/csv', 'application/gzip']

export const ACCEPTED = ['', 'x', 'image/png', 'text/html', 'application/xml', 'application/problem+json', '*/*;q=0', 'application/json;q=x', 'text/event-stream', 'text/calendar']

export const FILES = ['', 'a,b\n1,2\n', long('\0', 100), 'id;nom\né;\n', '\x1f\x8b\x08\0garbage', 'insee,nom,codes_postaux,lat,lon,population\n14460,"Moyaux,14590,1,2,3\n', `\ufeffid,x\n${long('x,', 3000)}`, '"', '\ud800,x\n']

/** Of characters that no list has. */
export function anyText(chance) {
  const ends = chance.one([0x80, 0x250, 0x3000, 0x10000, 0x20000])
  return String.fromCodePoint(...Array.from({ length: 1 + chance.below(30) }, () => chance.below(ends)))
}
