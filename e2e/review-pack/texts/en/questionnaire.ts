import type { Answered, HostileId, QuestionId } from '../../questionnaire.ts'

/** Of Minimum Viable Secure Product and of CAIQ-Lite, in words of our own. */
const published: Readonly<Record<QuestionId, Answered>> = {
  'mvsp-1.1': {
    question: 'Where does somebody report a weakness in the program?',
    answer: ({ contact }) =>
      contact === ''
        ? 'To the contact that its publisher names. The pack has a place for it, and packages for people cannot be made while it is empty.'
        : `To ${contact}.`,
    open: ({ contact }) =>
      contact === '' ? 'The contact is not filled in. Ask for it before you decide.' : '',
  },
  'mvsp-1.2': {
    question: 'May we test the program ourselves before people use it, and against what?',
    answer:
      'Yes: the packages in a virtual machine with an inspecting proxy, or the source before a simulator of AWS and Spot, without any account.',
    open: '',
  },
  'mvsp-1.4': {
    question: 'Has anybody outside tested it for weaknesses, and what has nobody looked at?',
    answer:
      'No. There was no audit and no penetration test by others. What was not tried is listed, with Windows and macOS first.',
    open: 'A test by somebody from outside. The section “How to test it yourself” says where to begin.',
  },
  'mvsp-1.7': {
    question: 'What would an incident at the vendor mean for us?',
    answer:
      'The project runs no service and holds no data of customers, so that only a package could be concerned. Compare yours with its hash and signature. An incident at Spot is another matter: Spot reads the bill, and deleting the stack ends that.',
    open: '',
  },
  'mvsp-1.8': {
    question: 'What is left on a computer that is handed on, and how is it removed?',
    answer:
      'The profile folder, an entry in the keychain while a sign-in is kept, and documents that somebody saved. The program removes the first two itself, on a command and a typed word; a package that is removed does not.',
    open: '',
  },
  'mvsp-2.1': {
    question: 'Do people sign in through our own identity provider, with its second factor?',
    answer:
      'Yes, by IAM Identity Center’s portal: the person’s own browser opens it, and password and second factor are typed there. Other ways (as in the AWS console, pasted short-lived keys, a profile of the AWS CLI) can be forbidden one by one.',
    open: '',
  },
  'mvsp-2.2': {
    question: 'Is every connection encrypted, and to which hosts and ports do they go?',
    answer: ({ hosts }) =>
      `Yes: TLS on port 443 to ${hosts} names of hosts, checked against the system’s trust store, and no other. On the computer itself one port on 127.0.0.1 waits for the browser during a sign-in, without TLS. How the system talks to a proxy is the proxy’s setting; inside of that the connections to AWS are TLS.`,
    open: '',
  },
  'mvsp-2.3': {
    question: 'Which security headers or policies hold the user interface?',
    answer:
      'A content security policy that allows the page’s own files and nothing else, with Trusted Types; a sandboxed, isolated page without a network. Its whole text is here.',
    open: '',
  },
  'mvsp-2.4': {
    question: 'Does the program take, keep or check passwords?',
    answer:
      'None of AWS, none of its own. It takes the password of a proxy, if one asks, in a window apart; it is in memory until the program ends. A Spot token that somebody types is gone after the registration.',
    open: '',
  },
  'mvsp-2.5': {
    question: 'Is it built on maintained, known libraries, and on which?',
    answer: ({ packages, electron }) =>
      `On Electron ${electron} and ${packages} packages, which are named here with their versions. One client of AWS’s, that of cost reports, is of a generation that has ended; what it rests on is that of the others.`,
    open: '',
  },
  'mvsp-2.6': {
    question: 'How soon are updates of its parts taken, above all of Chromium?',
    answer:
      'A release with a security fix of Chromium or Electron within a week; AWS’s clients once a month. New packages are rolled out like the first, as the program does not update itself.',
    open: 'Who tells you of a new release: subscribe at the publisher.',
  },
  'mvsp-2.7': {
    question: 'What is logged, and can we collect it?',
    answer:
      'Every call to AWS and Spot and every change that was agreed to, without secrets and content. As JSON Lines in the profile, on demand as CSV, and, if you set it, line by line in a folder that your collector reads. CloudTrail has the same calls, but for the reading of files where it records no data events.',
    open: '',
  },
  'mvsp-2.8': {
    question: 'How is what is kept on the disk protected?',
    answer:
      'Files for their owner only; the sign-in sealed with AES-256-GCM, its key in the system’s keychain. The rest holds no secret and is not encrypted: for that there is the encryption of the disk.',
    open: '',
  },
  'mvsp-3.1': {
    question: 'Which sensitive data does it touch?',
    answer:
      'Tokens and credentials of AWS, a Spot token, a proxy’s password; account numbers, ARNs and names; who did what. Of the bill nothing, or the end of one file (columns, and smallest and greatest values) if somebody asks for that.',
    open: '',
  },
  'mvsp-3.2': {
    question: 'How do data flow, and across which borders?',
    answer:
      'As the diagram shows: from the computer to AWS in `us-east-1` and the region of your Identity Center, and, once, to Spot. The bill goes from AWS to Spot by the role, without this computer.',
    open: 'Where Spot keeps what it reads. Your contract with Spot says it, not this program.',
  },
  'mvsp-3.3': {
    question: 'Which attacks were thought of, what prevents them, and what shows it?',
    answer:
      'Those of the threat model, by who attacks. Each claim names the tests that show it, and each part says what remains.',
    open: '',
  },
  'mvsp-3.4': {
    question: 'How long does a known weakness stay unfixed, and until when is a version supported?',
    answer: ({ until }) =>
      `One of Chromium or Electron a week at most. ${until === '' ? 'The end of support has a place in the pack and is not filled in.' : `This version is supported until ${until}.`}`,
    open: ({ until }) =>
      until === ''
        ? 'A period for weaknesses in the program’s own code, and the end of support.'
        : 'A period for weaknesses in the program’s own code.',
  },
  'mvsp-3.5': {
    question: 'How do we know that a package is the one that was built and reviewed?',
    answer:
      'By its hash, by the releaser’s signature of the hashes, and by building it again from the source, which gives the same bytes.',
    open: 'The releaser’s public key: it has to reach you another way than the packages.',
  },
  'mvsp-4.2': {
    question: 'Which rights does a person need in AWS, and why each?',
    answer:
      'Those of four policies, listed action by action with AWS’s level, a reason and what they reach. One is for the setup; three are for what somebody may want later.',
    open: '',
  },
  'mvsp-4.3': {
    question: 'Who else receives data, and which?',
    answer:
      'AWS, in your own account; Spot, three values by the program and the bill by the role; your own proxy, what it asks for. Nobody else by the program; whom the person writes to or gives a file, they decide.',
    open: '',
  },
  'caiq-IAM-05.1': {
    question: 'Has the access that Spot gets no more than it needs, and where is it written down?',
    answer:
      'It is written down here, action by action. The list is Spot’s own: it reads, but for copies of reports in Spot’s buckets. A narrower template of yours can take its place, and is reviewed in the same words.',
    open: 'Whether Spot needs each action. Only Spot can say.',
  },
  'caiq-IAM-07.1': {
    question: 'How do we end all access at once, without the program?',
    answer:
      'Delete the stack, the report and the people’s sessions, in that order: commands, and how to prove each, are in “Cutting the connection centrally”.',
    open: '',
  },
  'caiq-DSP-16.1': {
    question: 'How long are data kept, and what deletes them?',
    answer: ({ megabytes }) =>
      `The sign-in until the registration, signing out or its own end; the record until the connection is removed, ${megabytes} MiB at most; the copy in your folder as many days as you set.`,
    open: '',
  },
  'caiq-DSP-19.1': {
    question: 'In which places are data processed and kept?',
    answer:
      'On the person’s computer, and in your AWS account: in `us-east-1`, the sign-in in your Identity Center’s region.',
    open: 'Where Spot keeps what it reads.',
  },
  'caiq-UEM-05.1': {
    question: 'Can we enforce settings on the computers of our people?',
    answer:
      'Yes: by Group Policy or Intune, a configuration profile, or a file of root’s. A person cannot change them in the program, and a policy that cannot be read stops it.',
    open: 'On Windows and macOS nobody has tried it.',
  },
}

const hostile: Readonly<Record<HostileId, Answered>> = {
  'first-start': {
    question: 'What does it send at its first start, and to whom?',
    answer:
      'Nothing, to nobody, until somebody signs in: a test records it with a proxy. A later start with a kept sign-in reads your own account again.',
    open: '',
  },
  'phones-home': {
    question: 'Does it report anything to its makers?',
    answer:
      'No. There is no server of theirs, and none is on the list of hosts, to which tests hold every part of the program.',
    open: '',
  },
  offline: {
    question: 'Can it be run without a network?',
    answer:
      'It starts, and its Help and review of the template work. The setup can be done by hand, with its instructions and without a sign-in; such steps are marked “Not verified”. To prove anything it needs AWS. Installing needs no network, where the system’s libraries are there.',
    open: '',
  },
  ports: {
    question: 'Which ports listen?',
    answer: ({ minutes }) =>
      `One, on 127.0.0.1, while somebody signs in with the browser, for ${minutes} minutes at most. None otherwise; a start that asks for a debugging port ends before there is one.`,
    open: '',
  },
  vault: {
    question: 'Who can read the kept sign-in?',
    answer:
      'Whoever is that person on that computer with an unlocked keychain. On Linux and Windows every program of the person can; an administrator can become that person. The disk alone is not enough, if the keychain has a password. `SessionOnly` keeps none at all.',
    open: 'On Windows and macOS, what the system’s keychain gives to whom, was not tried.',
  },
  stolen: {
    question: 'What if the computer is stolen?',
    answer:
      'The disk alone gives nobody the sign-in, if the keychain has a password. If the computer was unlocked, end the person’s sessions in IAM Identity Center: the program’s next call says that the sign-in has ended. Credentials that were issued live on to their end, an hour as a rule.',
    open: '',
  },
  'same-binary': {
    question: 'How do we prove that the program that runs is the one that was reviewed?',
    answer:
      'Before: build it again and compare byte by byte. Afterwards: `dpkg --verify` or `rpm --verify`, or the SHA-256 of each installed file in the bill of materials. On Linux nothing checks the code at a start; the installation belongs to root.',
    open: 'Packages carry no signature of Windows’ or Apple’s. Sign them yourselves before you roll them out.',
  },
  bypass: {
    question: 'Can a person get around our policy?',
    answer:
      'Not in this program without being administrator: the place is one that only an administrator can write, each command is refused in the main process, and a broken policy stops all. But they can use another program with the same permissions.',
    open: 'On Windows and macOS nobody has tried it.',
  },
  electron: {
    question: 'It is Electron. What about its weaknesses?',
    answer: ({ electron }) =>
      `The window shows one page of its own, without network, Node.js or foreign content, in Chromium’s sandbox: most weaknesses of Chromium need a page of somebody else’s. What each known one means for the program stands in \`vex.cdx.json\`; fixes are taken within a week. Packages are made with ${electron}.`,
    open: ({ electron, tried }) =>
      electron === tried
        ? ''
        : `Electron ${electron} has not been run; tests have run with ${tried}.`,
  },
  abandoned: {
    question: 'What if the project ends?',
    answer:
      'The connection goes on without it, as AWS delivers and Spot reads. Nothing expires and nothing asks a server of the project. Access is ended in AWS. Without new releases, remove the program once the connection stands: it is not needed any more.',
    open: '',
  },
  backup: {
    question: 'What has to be backed up, and what if the computer is lost half-way?',
    answer:
      'Nothing. What counts stands in AWS: on another computer the program reads after a sign-in what is there, and goes on with it. What is lost is the record of calls on that computer; CloudTrail, and the copy in your folder if you have one written, remain.',
    open: '',
  },
  'other-programs': {
    question: 'Which other programs does it start, and what do they get from it?',
    answer:
      'The browser, the mail program with a draft, whatever opens a page that it has made, and the file manager; each after a click. Besides, only itself, in another process where a start is refused, and on macOS `/usr/bin/plutil`, which reads the managed settings. It runs no program that a profile of the AWS CLI names.',
    open: '',
  },
  memory: {
    question: 'Can secrets get onto the disk past the program: by a crash, swap or hibernation?',
    answer:
      'Yes, as with every program: what is in memory then (tokens, a pasted key, a proxy’s password) the system may write. The program writes no dump itself. Encrypt the disk and swap, and switch dumps off where your rules want that.',
    open: '',
  },
  root: {
    question: 'What does the installation do as administrator?',
    answer:
      'It lays files and registers a menu entry and a file type; each place is listed. On Linux one file, `chrome-sandbox`, belongs to root with the setuid bit, which is Chromium’s own helper. One script, in the Debian package, loads an AppArmor profile.',
    open: '',
  },
}

/** Questions that reviewers ask, with what this pack answers. */
export const questionnaire = {
  intro: (all: number, whole: number, part: number, leftOut: string) => [
    'Controls of the Minimum Viable Secure Product (MVSP 3.0) and of CAIQ-Lite that fit a program on a desktop, in words of our own. The program is no service: what is asked of a data centre is left out.',
    `Left out of MVSP: ${leftOut}. They ask about its publisher as an organization, not about the program.`,
    `Of ${all} questions ${whole} are answered here. In ${part} something is left to ask; it stands after “Open”.`,
  ],
  head: ['Control', 'Question and answer', 'Read in'],
  open: 'Open:',
  publishedTitle: 'Of published questionnaires',
  hostileTitle: 'What is asked besides',
  published,
  hostile,
} as const
