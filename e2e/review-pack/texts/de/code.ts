/**
 * German for sentences that stand in the code or in a published file in English only: purposes of hosts
 * (`resources/endpoints.json`), reasons for switches and variables of a start (`electron/start/`).
 */
export const CODE_IN_GERMAN: Readonly<Record<string, string>> = {
  'Sign-in with IAM Identity Center': 'Anmeldung mit IAM Identity Center',
  'The accounts and permission sets of the person who signed in, and signing out':
    'Konten und Berechtigungssätze der angemeldeten Person, und das Abmelden',
  'The same as oidc.<region>.amazonaws.com, for an Identity Center in China only':
    'Wie oidc.<region>.amazonaws.com, nur für ein Identity Center in China',
  'The same as portal.sso.<region>.amazonaws.com, for an Identity Center in China only':
    'Wie portal.sso.<region>.amazonaws.com, nur für ein Identity Center in China',
  'The same as oidc.<region>.amazonaws.com, for an Identity Center in the European Sovereign Cloud only':
    'Wie oidc.<region>.amazonaws.com, nur für ein Identity Center in der European Sovereign Cloud',
  'The same as portal.sso.<region>.amazonaws.com, for an Identity Center in the European Sovereign Cloud only':
    'Wie portal.sso.<region>.amazonaws.com, nur für ein Identity Center in der European Sovereign Cloud',
  'Sign-in as in the AWS console, and its renewal, where somebody signs in that way':
    'Anmeldung wie in der AWS-Konsole und ihre Erneuerung, wenn sich jemand so anmeldet',
  "Asking AWS to end a sign-in as in the AWS console, where AWS's refresh token is of the kind that it ends":
    'AWS bitten, eine Anmeldung wie in der AWS-Konsole zu beenden, wenn der Token von AWS von der Art ist, die es beendet',
  'Who the credentials belong to': 'Wem die Zugangsdaten gehören',
  'Which account pays': 'Welches Konto bezahlt',
  'The cost and usage report': 'Der Kosten- und Nutzungsbericht',
  "The names of your buckets, and the report's bucket, if its name has dots":
    'Die Namen Ihrer Buckets und der Bucket des Berichts, wenn sein Name Punkte enthält',
  "The report's bucket": 'Der Bucket des Berichts',
  'The stack with the role for Spot': 'Der Stack mit der Rolle für Spot',
  'What the person may do, and what the role lets Spot do':
    'Was die Person darf, und was die Rolle Spot erlaubt',
  'The registration with Spot Eco, if it is sent by the app':
    'Die Registrierung bei Spot Eco, wenn die App sie sendet',
  "an address of your company's own that you type as the portal's":
    'eine Adresse Ihres Unternehmens, die Sie als die des Portals eingeben',
  'One GET without cookies, credentials or a certificate, when you press “Sign in with your browser” or “Use a code instead”: only where it leads is read, and it counts only if that is a portal of AWS. You see that portal before your browser opens anything. The address is never kept, and never asked by itself. Addresses inside a private network are not asked.':
    'Ein GET ohne Cookies, Zugangsdaten oder Zertifikat, wenn Sie sich mit dem Browser oder mit einem Code anmelden: Gelesen wird nur, wohin sie führt, und es zählt nur, wenn das ein Portal von AWS ist. Sie sehen dieses Portal, bevor Ihr Browser etwas öffnet. Die Adresse wird nie aufgehoben und nie von selbst gefragt. Adressen in einem privaten Netz werden nicht gefragt.',
  'The start of the sign-in, which leads to your own portal and identity provider':
    'Der Anfang der Anmeldung, der zu Ihrem Portal und Identitätsanbieter führt',
  'The start of the sign-in, which leads to your own portal and identity provider, in China':
    'Der Anfang der Anmeldung, der zu Ihrem Portal und Identitätsanbieter führt, in China',
  'The start of the sign-in, which leads to your own portal and identity provider, in the European Sovereign Cloud':
    'Der Anfang der Anmeldung, der zu Ihrem Portal und Identitätsanbieter führt, in der European Sovereign Cloud',
  'The access portal, for the sign-in with a code':
    'Das Zugangsportal, für die Anmeldung mit einem Code',
  'The access portal, for the sign-in with a code, in AWS GovCloud':
    'Das Zugangsportal, für die Anmeldung mit einem Code, in AWS GovCloud',
  'The access portal, for the sign-in with a code, in China':
    'Das Zugangsportal, für die Anmeldung mit einem Code, in China',
  'The access portal, for the sign-in with a code, in the European Sovereign Cloud':
    'Das Zugangsportal, für die Anmeldung mit einem Code, in der European Sovereign Cloud',
  'The sign-in page of AWS, where a portal leads there':
    'Die Anmeldeseite von AWS, wenn ein Portal dorthin führt',
  'The sign-in page of AWS, where a portal leads there, and for signing in as in the AWS console':
    'Die Anmeldeseite von AWS, wenn ein Portal dorthin führt, und für die Anmeldung wie in der AWS-Konsole',
  'The sign-in page of AWS, where a portal leads there, in AWS GovCloud':
    'Die Anmeldeseite von AWS, wenn ein Portal dorthin führt, in AWS GovCloud',
  'The sign-in page of AWS, where a portal leads there, in China':
    'Die Anmeldeseite von AWS, wenn ein Portal dorthin führt, in China',
  'The sign-in page of AWS, where a portal leads there, in the European Sovereign Cloud':
    'Die Anmeldeseite von AWS, wenn ein Portal dorthin führt, in der European Sovereign Cloud',
  'The sign-in with a code, where AWS still leads there':
    'Die Anmeldung mit einem Code, wo AWS noch dorthin führt',
  'The way by hand in the AWS console': 'Der Weg von Hand in der AWS-Konsole',
  'The way by hand in the Spot console': 'Der Weg von Hand in der Spot-Konsole',
  "AWS's reference of a policy that it keeps, where a template attaches one":
    'Die Referenz von AWS zu einer Richtlinie von AWS, wenn eine Vorlage eine anhängt',
  'a profile folder of one’s own: it must be the person’s, and what the app keeps there is checked like what is typed':
    'ein eigener Profilordner: Er muss der Person gehören, und was die App dort aufhebt, wird geprüft wie eine Eingabe',
  'the language of the window': 'die Sprache des Fensters',
  'for assistive technology that Chromium does not notice by itself':
    'für Hilfstechnik, die Chromium nicht von selbst bemerkt',
  'for screens whose scale is told wrongly':
    'für Bildschirme, deren Vergrößerung falsch gemeldet wird',
  'which of the two window systems of Linux to use':
    'welches der beiden Fenstersysteme von Linux benutzt wird',
  'for graphics drivers that draw nothing or crash':
    'für Grafiktreiber, die nichts zeichnen oder abstürzen',
  'Chromium writes the secrets of every TLS connection into the file named there':
    'Chromium schreibt die Geheimnisse jeder TLS-Verbindung in die dort genannte Datei',
  'the window runs without Chromium’s sandbox': 'das Fenster läuft ohne die Sandbox von Chromium',
  'names the program that Chromium runs as its sandbox':
    'nennt das Programm, das Chromium als Sandbox ausführt',
  'Chromium writes down what happens inside it': 'Chromium schreibt auf, was in ihm geschieht',
  'Chromium writes down there what happens inside it':
    'Chromium schreibt dort auf, was in ihm geschieht',
  'Electron writes down which files it reads': 'Electron schreibt auf, welche Dateien es liest',
  'Node prints what its connections transfer': 'Node gibt aus, was seine Verbindungen übertragen',
  'Node keeps the program’s code in a folder named there':
    'Node hebt den Code des Programms in einem dort genannten Ordner auf',
  'Node takes the program’s code from a folder named there':
    'Node nimmt den Code des Programms aus einem dort genannten Ordner',
}
