const words = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/u)
    .map((name) => `w:${name}`);

/** The order in which the schema wants the children of what is mended: another one is a damaged file to Word. */
export const ORDERS: Readonly<Record<string, readonly string[]>> = {
  "w:p": words("pPr"),
  "w:r": words("rPr"),
  "w:pPr": words(
    `pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
     suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
     snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
     textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange`,
  ),
  "w:pBdr": words("top left bottom right between bar"),
  "w:rPr": words(
    `rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
     webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
     eastAsianLayout specVanish oMath`,
  ),
  "w:sectPr": words(
    `headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols
     formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange`,
  ),
  "w:tcPr": words(
    `cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark`,
  ),
  "w:tcBorders": words("top start left bottom end right insideH insideV tl2br tr2bl"),
  "w:tr": words("tblPrEx trPr tc"),
  "w:settings": words(
    `writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
     displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts
     embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
     bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
     activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
     stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting
     documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
     consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle
     defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
     drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
     displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin
     drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl
     printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
     doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
     doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags
     alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat`,
  ),
};
