/** The pages of Help that are about no single step. */

import type { GuideId } from '../../../contract/help.ts'
import type { PageText } from './page.ts'

const journey: PageText = {
  title: 'How the connection is made',
  brief: 'Seven steps, about ten minutes of yours, and nothing that cannot be undone.',
  parts: [
    {
      title: 'What happens',
      points: [
        'You say who manages the AWS account, and sign in to the account that pays the bill.',
        'AWS is asked to write the detailed bill as files (the cost report) into a storage folder of yours (the bucket).',
        'You read what Spot may do, and agree. The app then creates a role: the access by which Spot reads these files.',
        'Spot is told which role and which bucket to use. After that the app forgets every sign-in.',
      ],
    },
    {
      title: 'What to have at hand',
      points: [
        'The address at which you sign in to AWS, or somebody who can do the steps in AWS for you.',
        'A Spot API token, or access to the Spot console.',
        'If Spot gave you an external ID: that too.',
      ],
    },
    {
      title: 'What a green line means',
      points: [
        'A line of the checklist turns green only when the app has read from AWS that it is so. What you only told the app is marked “Not verified” instead.',
        'You may close the app at any time. It goes on where it was.',
        'Before anything is created, the window names what it is, what it costs and how to undo it. Nothing happens before you press the button.',
      ],
    },
  ],
  also: 'journey start begin overview long take takes time duration minutes hours checklist green beginning steps procedure',
}

const costs: PageText = {
  title: 'Cost',
  brief: 'Storage at AWS, usually a few US dollars a month or less. All else is free at AWS.',
  parts: [
    {
      title: 'What AWS charges for',
      points: [
        'The files of the cost report in the bucket: storage only, usually a few US dollars a month or less. How much depends on how much your company runs in AWS.',
      ],
    },
    {
      title: 'What is free at AWS',
      points: [
        'Signing in, looking, the report itself, the role with its permissions, and the stack that holds them together.',
        'Taking everything back. If you keep the bucket, its storage goes on being charged.',
      ],
    },
    {
      title: 'What the app cannot tell',
      points: ['What Spot Eco costs. That is in your contract with Spot.'],
    },
  ],
  also: 'cost price pricing money charge fee bill dollars free expensive budget invoice',
}

const signingIn: PageText = {
  title: 'Signing in: which way for whom',
  brief: 'Most people take the access portal. There is a way for everybody else, too.',
  parts: [
    {
      title: 'The ways',
      points: [
        'AWS access portal: if your company gave you a web address at which you choose between AWS accounts. Your browser opens, you sign in on AWS’s own page, and come back. The app never sees your password or your second factor.',
        'A code instead of the browser: if your browser is on another computer or phone. Never enter a code that somebody else sent you.',
        'As in the AWS console: if you have no portal. Your browser opens AWS’s own sign-in page; AWS names “AWS developer tools” there, and not this app.',
        'Short-lived keys: if somebody gives you keys, or you copy them from the access portal. They begin with ASIA, stay in memory only, and end by themselves. Keys that begin with AKIA never end and are refused.',
        'Profile of the AWS CLI: if the AWS command line is set up on this computer.',
        'By hand, without signing in: the app tells you every click in the AWS console and checks the form of what you paste. Such steps are marked “Not verified” until somebody signs in.',
        'Someone else: every step in AWS can be given to a colleague as a file.',
      ],
    },
    {
      title: 'If it does not work',
      points: [
        'The region is not right: it is where your company has set up its sign-in, not where your servers are. The app offers the likely ones; IT knows it.',
        'The browser is signed in as somebody else: copy the link and open it in a private window.',
        'The account that pays is not in the list: ask for a permission set in it, or for somebody who has one.',
        'The sign-in has ended: sign in again. Nothing is lost; what was proven is read again.',
      ],
    },
  ],
  also: 'login log in logon password mfa second factor portal sso single sign-on url address browser device code keys cli helpdesk okta entra azure google',
}

const msp: PageText = {
  title: 'If an MSP manages your account',
  brief: 'Your MSP sets up the cost report, and Spot Support makes the connection.',
  parts: [
    {
      title: 'What is different',
      points: [
        'A managed service provider (MSP) is a company that has the contract with AWS for you and sends you its own invoice. The detailed bill is then in its account.',
        'Step 3 writes a request to your MSP with the eight settings that Eco needs. You send it; your MSP answers with the name of its bucket and the folder in it.',
        'You review and create the role in your own account, as everybody does.',
        'The last step is a request to Spot Support, which connects the account. The app cannot read from Spot whether that is done, so it says “Waiting for Spot Support”, and later “Confirmed by you, not verified”.',
      ],
    },
    {
      title: 'What can hold it up',
      points: [
        'Your MSP does not answer: send the request once more from step 3.',
        'The name of the bucket is mistyped: the app cannot look into your MSP’s account. Compare it with what your MSP wrote.',
      ],
    },
  ],
  also: 'managed service provider reseller partner distributor billing transfer customer',
}

const handOver: PageText = {
  title: 'Having someone else do a step',
  brief: 'Saves a page with all that they need, and no secret, for one step or for all.',
  parts: [
    {
      title: 'How it goes',
      points: [
        '“Ask someone else to do this” is in each step. If several steps are not yours to do, “One request for all” steps asks for them together.',
        'Two files are saved: a page for the person to read, and a file ending in “ecoconnect” for their app, if they use it.',
        '“Write an email” opens your mail program; you attach the files yourself. “Show in folder” shows where they are.',
        'What they do in AWS is found at the next look, and the line turns green by itself.',
      ],
    },
    {
      title: 'When you are sent such a file',
      points: [
        'Open it by a double click. The app shows what it proposes and from whom it claims to come.',
        '“Use these values” fills in the forms. It approves nothing, signs nobody in and starts nothing.',
        'An approval that it claims is marked as claimed, not verified: you review the same text again.',
      ],
    },
  ],
  also: 'delegate colleague admin administrator security team ask forward share permission missing not allowed denied ecoconnect file email',
}

const undo: PageText = {
  title: 'How to undo it',
  brief: '“Disconnect from AWS” takes back what the app created, one thing at a time.',
  parts: [
    {
      title: 'In AWS',
      points: [
        'Open the menu beside the connection’s name and choose “Disconnect from AWS…”. You sign in for it once more.',
        'First goes the stack, and the role with it: Spot’s access to this account ends at once. Then the report, then its bucket. Each goes only when you say so.',
        'What the app did not create is left alone. A report that was there before is never changed or deleted.',
      ],
    },
    {
      title: 'At Spot',
      points: [
        'Only Spot Support can remove the account at Spot. The app has the request ready after you have disconnected.',
        'If you made a Spot API token for this, delete it in the Spot console under Settings, API, Permanent tokens.',
      ],
    },
    {
      title: 'On this computer',
      points: [
        '“Remove this connection from the app…” forgets one connection here, and changes nothing in AWS.',
        '“Remove everything from this computer…” removes all that the app keeps. Take back in AWS first what you want to take back: afterwards the app no longer knows what it created.',
      ],
    },
  ],
  also: 'undo disconnect delete remove revoke cancel stop uninstall take back reverse rollback end',
}

const afterwards: PageText = {
  title: 'Afterwards: what Spot may write to you',
  brief: 'The messages about a connected account at a glance, and what each asks for.',
  parts: [
    {
      title: 'When all is well',
      points: [
        'AWS delivers the first report within 24 hours. Spot’s first analysis takes up to 48 hours; Spot then sends an email that the dashboards are ready.',
        'If no email comes, ask Spot Support. The saved summary holds what they need.',
      ],
    },
    {
      title: 'What a message means, and what helps',
      points: [
        '“Invalid ARN”: the name of the role was copied wrongly, or the role was deleted. “Look again” shows whether it is there, and its full name.',
        '“No access to S3 bucket”: the role may not read the bucket, or the bucket’s files are sealed with a key of your own. “Look again” says which.',
        '“S3 bucket no longer exists”: somebody deleted it. If the app created the report, step 4 can create the bucket again.',
        '“No new data in S3 bucket for over 48 hours”: AWS does not deliver. Step 4 shows AWS’s last delivery and what stands in its way.',
        '“Expecting parquet format”: the report has another file format. Step 3 shows which report fits, or creates one beside it.',
        'The bucket is missing from the list of reports: no report of the account delivers there. “Look again” reads the reports anew.',
        '“No CE access”, or permissions of the role are missing: somebody changed a policy of the role. “Look again” names what differs from the approved template.',
      ],
    },
    {
      title: 'How to look again',
      points: [
        '“Look again” on the last page signs in once more and reads everything anew. It changes nothing, and that sign-in is kept in memory only.',
        'It ends with one sentence: it works as approved, something is broken, something could not be looked at, or AWS has to deliver. Each message of Spot’s is there with what was found of it, and what helps.',
        'On a later day the last page says how long ago anybody looked. What nobody has looked at that day is never green.',
        'Keep the role, the bucket and the report in AWS as they are: Eco reads them every day.',
      ],
    },
  ],
  also: 'messages email warning error later after registered dashboard no data analysis spot support invalid arn look again verify health drift changed',
}

const privacy: PageText = {
  title: 'Privacy: what is kept, and where',
  brief: 'All on this computer. No telemetry, no server of the app’s own.',
  parts: [
    {
      title: 'What is kept on this computer',
      points: [
        'Your answers and the names of what was created, in the app’s own folder, which only you can open.',
        'Until the registration, the sign-in: sealed with a key from this computer’s keychain. The last step removes it from file, keychain and memory, and has AWS end it.',
        'Pasted keys, profiles of the AWS CLI and the Spot token are never written: they are in memory only.',
        'The record: one line for each call to AWS and Spot and each change that you agreed to. It holds names, times and results, no secret and no content. “Documents…” in the menu beside the connection’s name shows it.',
      ],
    },
    {
      title: 'Whom the app talks to',
      points: [
        'AWS and, if you choose “Send to Spot”, Spot. Nobody else: no telemetry, no check for updates, no crash reports.',
        'It goes through your company’s proxy and trusts the certificates that this computer trusts. A proxy that asks gets your system sign-in, or the password that you type for it: in memory only, tried once each time, and sent without encryption only if you agree. Nobody is shown a certificate of yours.',
        'Spot gets the name of the role, the bucket and the account. It never gets your sign-in.',
      ],
    },
    {
      title: 'The clipboard',
      points: [
        'The app copies only what you press “Copy” for, and never reads the clipboard by itself. Other programs may read what was copied.',
      ],
    },
  ],
  also: 'privacy security data protection gdpr telemetry tracking stored saved files folder log audit keychain token secret clipboard hosts firewall',
}

const shortcuts: PageText = {
  title: 'Keyboard',
  brief: 'Everything can be done without a mouse.',
  parts: [
    {
      title: 'In the window',
      points: [
        'Tab and Shift+Tab: to the next and the previous thing that can be used. The first stop is “Go to the step”.',
        'Enter: presses the main button of a form. Space: presses the button or ticks the box that has the focus.',
        'Arrow keys: between the answers of one question, and between pages found in Help.',
        'Escape: closes a dialog, a menu or Help.',
      ],
    },
    {
      title: 'Keys of the menu (on a Mac, Command in place of Ctrl)',
      points: [
        'F1: Help.',
        'Ctrl+Plus, Ctrl+Minus and Ctrl+0: larger, smaller, actual size.',
        'Ctrl+X, Ctrl+C, Ctrl+V, Ctrl+A and Ctrl+Z: cut, copy, paste, select all, undo.',
        'Ctrl+M: minimizes the window. Ctrl+W: closes it. F11: full screen.',
        'Alt opens the menu on Windows and Linux.',
      ],
    },
  ],
  also: 'keyboard shortcuts keys hotkeys zoom accessibility screen reader tab focus magnify large text',
}

const support: PageText = {
  title: 'Details for support',
  brief: 'A text for whoever helps you: versions, steps, errors and request IDs, and no secret.',
  parts: [
    {
      title: 'What is in it',
      points: [
        'Which version this is and what it runs on, how each step stands, errors with their codes, the last calls with AWS’s request IDs, and which servers were reached.',
        'Not in it: passwords, keys, tokens, email addresses, names of people, contents of files. Of account numbers only the last four digits are told.',
      ],
    },
    {
      title: 'Who can help with what',
      points: [
        'Your AWS administrator: permissions, sign-in, policies of your company.',
        'Your IT department: proxy, certificates, keychain of this computer.',
        'Spot Support: the registration, the dashboards, messages that Spot sends.',
        'AWS Support: deliveries of the report that do not come although everything is right. It asks for request IDs.',
      ],
    },
  ],
  also: 'support help contact ticket problem error bug report diagnostics version log request id troubleshooting',
}

export const guides: Readonly<Record<GuideId, PageText>> = {
  journey,
  costs,
  'signing-in': signingIn,
  msp,
  'hand-over': handOver,
  undo,
  afterwards,
  privacy,
  shortcuts,
  support,
}
