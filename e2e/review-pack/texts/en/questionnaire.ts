import type { QuestionId } from '../../questionnaire.ts'

/** Questions that reviewers ask, in words of our own. */
export const questionnaire = {
  intro: [
    'Controls of the Minimum Viable Secure Product (MVSP 3.0) and of CAIQ-Lite that fit a program on a desktop, in words of our own. The program is no service: what is asked of a data centre is left out.',
  ],
  head: ['Control', 'Question', 'Answered in'],
  questions: {
    'mvsp-1.1': 'Where does somebody report a weakness in the program?',
    'mvsp-1.2': 'May we test the program ourselves before people use it, and against what?',
    'mvsp-1.4': 'Has anybody outside tested it for weaknesses, and what has nobody looked at?',
    'mvsp-1.7': 'What would an incident at the vendor mean for us?',
    'mvsp-1.8': 'What is left on a computer that is handed on, and how is it removed?',
    'mvsp-2.1': 'Do people sign in through our own identity provider, with its second factor?',
    'mvsp-2.2': 'Is every connection encrypted, and to which hosts and ports do they go?',
    'mvsp-2.3': 'Which security headers or policies hold the user interface?',
    'mvsp-2.4': 'Does the program take, keep or check passwords?',
    'mvsp-2.5': 'Is it built on maintained, known libraries, and on which?',
    'mvsp-2.6': 'How soon are updates of its parts taken, above all of Chromium?',
    'mvsp-2.7': 'What is logged, and can we collect it?',
    'mvsp-2.8': 'How is what is kept on the disk protected?',
    'mvsp-3.1': 'Which sensitive data does it touch?',
    'mvsp-3.2': 'How do data flow, and across which borders?',
    'mvsp-3.3': 'Which attacks were thought of, what prevents them, and what shows it?',
    'mvsp-3.4':
      'How long does a known weakness stay unfixed, and until when is a version supported?',
    'mvsp-3.5': 'How do we know that a package is the one that was built and reviewed?',
    'mvsp-4.2': 'Which rights does a person need in AWS, and why each?',
    'mvsp-4.3': 'Who else receives data, and which?',
    'caiq-IAM-05.1':
      'Has the access that Spot gets no more than it needs, and where is it written down?',
    'caiq-IAM-07.1': 'How do we end all access at once, without the program?',
    'caiq-DSP-16.1': 'How long are data kept, and what deletes them?',
    'caiq-DSP-19.1': 'In which places are data processed and kept?',
    'caiq-UEM-05.1': 'Can we enforce settings on the computers of our people?',
  } satisfies Readonly<Record<QuestionId, string>>,
} as const
