// What is known of a fault: its name, the folder of features it breaks, what is wrong with it, and where that folder is too
// much or too little, the tags of the features that can notice.

export type Fault = {
  readonly name: string
  readonly capability: string
  readonly summary: string
  readonly tags?: string
}
