import type { PackWords } from '../en/index.ts'

export const managed: PackWords['managed'] = {
  intro: [
    'Eine Organisation kann vorab festlegen, was Menschen im Programm dürfen. Eine Vorgabe lässt sich im Fenster nicht ändern, und das Fenster sagt, von wem sie kommt; eine Vorgabe, die nicht als Ganzes lesbar ist, lässt das Programm nichts tun, was sie verbieten könnte.',
  ],
  head: ['Vorgabe', 'Was hineingeschrieben wird', 'Was sie verbietet'],
}
