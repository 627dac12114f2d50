/** Where the wizard of the Spot console begins: *Eco → Amazon Web Services → Add Permissions*. */
export const SPOT_CONSOLE = 'https://console.spotinst.com'
