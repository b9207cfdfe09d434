import { render, screen } from '@testing-library/vue'
import { describe, expect, it } from 'vitest'
import { ApiProblem } from '@/api'
import FailureNotice from './FailureNotice.vue'
import { refusalText } from './refusal'

describe('a refusal of the API', () => {
  it.each([
    [401, 'Votre session est terminée', true],
    [403, 'Ce n’est pas ouvert à votre compte', false],
    [404, 'Nous n’avons rien trouvé à cette adresse', false],
    [503, 'Il y a beaucoup de monde', true],
    [500, 'Quelque chose n’a pas marché', true],
  ])('%i has words of its own, and a way on where there is one', (status, title, again) => {
    render(FailureNotice, { props: { failure: new ApiProblem(status, 'x', '') } })
    screen.getByRole('heading', { name: title })
    expect(screen.queryByText(/Le problème vient de nous/) !== null).toBe(status === 500)
    expect(screen.queryByRole('button', { name: 'Réessayer' }) !== null).toBe(again)
  })

  it('is no fault of ours in a line of words either', () => {
    expect(refusalText(new ApiProblem(401, 'unauthorized', ''))).toMatch(/Connectez-vous/)
    expect(refusalText(new ApiProblem(403, 'forbidden', ''))).toMatch(/D’autres que vous/)
  })
})
