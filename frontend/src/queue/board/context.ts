import { inject, type InjectionKey } from 'vue'
import type { Board } from './useBoard'

export const BOARD: InjectionKey<Board> = Symbol('board')

/** The board that a component stands on. */
export function theBoard(): Board {
  const board = inject(BOARD)
  if (!board) throw new Error('no board here')
  return board
}
