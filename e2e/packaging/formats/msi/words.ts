import type { Spoken } from '../../installation/installed.ts'

/**
 * What the log and, where it shows itself, the installer say when it refuses: at most 255 characters, and
 * only those of Windows-1252.
 */
export const NEWER_IS_THERE: Spoken = {
  en: 'A newer version of Eco Connect is installed. Nothing was changed. An administrator who wants this older version removes the newer one first, in the settings of Windows; what it keeps for each person stays.',
  de: 'Eine neuere Version von Eco Connect ist installiert. Nichts wurde geändert. Wer als Administrator diese ältere möchte, entfernt zuerst die neuere in den Einstellungen von Windows; was sie für jede Person aufbewahrt, bleibt.',
}

export const WINDOWS_TOO_OLD: Spoken = {
  en: 'Eco Connect needs Windows 10 or newer. Nothing was changed. Whoever looks after this computer can update Windows and then install Eco Connect.',
  de: 'Eco Connect braucht Windows 10 oder neuer. Nichts wurde geändert. Wer diesen Computer betreut, kann Windows aktualisieren und Eco Connect danach installieren.',
}
