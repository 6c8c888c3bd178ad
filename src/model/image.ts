/** A picture that can be printed. */
export interface Image {
  readonly kind: "png" | "jpeg";
  /** Pixels, as the picture is to be seen: turned where its file says so. */
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise by which its own pixels are to be turned. */
  readonly turn: 0 | 90 | 180 | 270;
  /** The file without what a camera or a program wrote beside the pixels: places, times, names. */
  readonly bytes: Uint8Array;
}

/** An attachment of an entry that is a picture; the name is that of its file, without its ending. */
export interface Picture {
  readonly name: string;
  readonly image: Image;
}
