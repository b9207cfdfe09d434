export { spellOwnMoment as spellMoment } from '@/staff'
