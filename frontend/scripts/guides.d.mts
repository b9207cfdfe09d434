import type { Plugin } from 'vite'

export function guidesOf(markdown: string): { id: string; title: string; html: string }[]
export function guides(): Plugin
