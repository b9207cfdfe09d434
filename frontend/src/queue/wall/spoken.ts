import type { BoardCall } from '@/api/queue'
import { t } from '@/text'

/** "Numéro A 12, Guichet 1": as a person would say it, letter by letter and without the zeros. */
export function spokenCall({ number, counter }: Pick<BoardCall, 'number' | 'counter'>): string {
  const [, letters = '', figures = ''] = /^(\D*)0*(\d*)$/.exec(number) ?? []
  const said = [letters.split('').join(' '), figures].filter(Boolean).join(' ')
  return t('wall.spoken', { number: said || number, counter: counter })
}
