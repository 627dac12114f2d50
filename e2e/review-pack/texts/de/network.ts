import type { PackWords } from '../en/index.ts'

export const network: PackWords['network'] = {
  intro: [
    'Alle Anfragen an AWS und Spot gehen durch das Netz von Chromium (`net` von Electron), ausdrücklich mit den Einstellungen des Systems. Im Fenster gibt es keine Einstellung für einen Proxy; eine Organisation kann einen vorgeben (`ProxyServer`, `ProxyBypassList` oder `ProxyPacUrl`), der dann anstelle des Proxys des Systems gilt.',
  ],
  proxyTitle: 'Proxy',
  proxy: (patterns) => [
    'Windows und macOS: die Proxyeinstellungen des Systems, mit automatischer Erkennung (WPAD) und PAC-Dateien. Linux: die Einstellungen der Oberfläche oder die Variablen `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy` und `auto_proxy`.',
    'Eine PAC-Datei wird für jeden Host gefragt; antwortet der erste Proxy nicht, den sie nennt, wird der nächste versucht (nach 0,1 s, wenn er ablehnt, nach 8 s, wenn er die Anfrage verschluckt, nach 30 s, wenn er stumm bleibt; gemessen mit Electron 33.4.11 auf Debian 12).',
    'Die integrierte Anmeldung am Proxy (Kerberos, auf Windows NTLM) ist die von Chromium und nimmt die Anmeldung des Systems. Kerberos wurde mit squid auf Debian 12 ausprobiert.',
    'Wo ein Proxy Benutzername und Passwort verlangt (Basic, Digest, NTLM), fragt ein eigenes Fenster die Person danach: ein anderer Prozess als das Fenster des Programms, ohne Netz. Das Passwort ist im Arbeitsspeicher des Hauptprozesses, bis das Programm endet, und sonst nirgends. Jedes eingegebene wird einmal gesendet, nur an diesen Proxy und bevor eine andere Anfrage darauf wartet, damit ein falsches kein Konto sperrt. Basic über eine Verbindung zum Proxy ohne TLS wird nur gesendet, wenn die Person dem zugestimmt hat.',
    `TLS wird mit CONNECT zu Port 443 verlangt. Erlauben Sie die Hosts aus „Hosts und Ports“; diese Muster decken ab, womit das Programm selbst außerhalb von China und der European Sovereign Cloud spricht: ${patterns.map((one) => `\`${one}\``).join(', ')}.`,
  ],
  caTitle: 'Prüfung von TLS und ein Stammzertifikat des Unternehmens',
  ca: [
    'Zertifikate prüft Chromium gegen den Zertifikatspeicher des Systems: auf Windows dessen Zertifikatspeicher, auf macOS den Schlüsselbund, auf Linux die Liste von Chromium mit der NSS-Datenbank der Person (`~/.pki/nssdb`), deren Ordner niemand anderes ändern können darf. Ein Stammzertifikat des Unternehmens, das dort liegt, gilt; das Programm hat keine eigene Liste, kein Pinning und keinen Knopf, um trotzdem weiterzumachen.',
    'Auf Linux kommt das Zertifikat mit `certutil -d sql:$HOME/.pki/nssdb -A -t "C,," -n company-root -i company-root.pem` dorthin (Debian: Paket `libnss3-tools`), für jede Person. `update-ca-certificates` allein genügt nicht: ausprobiert auf Debian 12.',
    'Was ein prüfendes Gerät vorzeigt, muss den Host unter seinen Namen haben (SAN), mit SHA-256 signiert sein und einen Schlüssel von mindestens 2048 Bit haben. Ist das nicht so, sagt das Programm, was davon nicht stimmt.',
    'Eigene Zertifikate der Person (Client-Zertifikate, Smartcards) werden niemandem vorgezeigt. Ein Proxy oder Server, der auf einem besteht, bekommt nichts, und das Programm sagt es.',
    'Ein prüfender Proxy sieht alles, auch Token. Soll das nicht sein, nehmen Sie die Hosts von der Prüfung aus.',
  ],
  seenTitle: 'Was Menschen sehen, wenn das Netz im Weg ist',
  seenMeans:
    'Dies sind die Sätze des Programms, wie eine Person sie liest, wenn nichts Weiteres bekannt ist. Keiner davon beendet die Arbeit: Was vorher getan wurde, bleibt, und es kann weitergehen.',
  seenHead: ['Code', 'Was geschehen ist und was es bedeutet', 'Was hilft'],
}
