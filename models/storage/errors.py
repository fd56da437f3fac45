"""What can go wrong with a review file: one class per cause, each with what to do about it."""

from models.errors import NotSavedError, ReviewError


class NoPassphraseError(ReviewError):
    """A file was to be made or opened with an empty passphrase."""

    title = "The passphrase is empty"
    advice = "Type a passphrase of several words. Without one, anybody could read the file."


class FileAlreadyThereError(ReviewError):
    """A new review file was to be made where a file already is. Nothing was changed."""

    title = "There is already a file with this name"
    advice = "Open that file, or choose another name for the new one."


class FileNotCreatedError(ReviewError):
    """A new review file could not be made where it was asked for. Nothing was left behind."""

    title = "The file could not be made here"
    advice = "Choose a folder that exists and that you may write to, on a disk with room left."


class FileNotFoundHereError(ReviewError):
    """There is no file where one was to be opened."""

    title = "The file is not there"
    advice = "It may have been moved or renamed, or its disk is not connected. Choose it where it is now."


class FileNotReadableError(ReviewError):
    """The system does not let us read the file."""

    title = "The file may not be read"
    advice = (
        "Ask for the right to read it, or copy it, with its -wal file if there is one, to a folder of yours."
    )


class NotAReviewFileError(ReviewError):
    """The file is something else: a text, a plain database, or too short to be a review file."""

    title = "This is not a Plumbline review file"
    advice = "Choose a file that Plumbline made. A JSON file is not opened but imported."


class WrongPassphraseError(ReviewError):
    """No page of the file can be read with this passphrase: it is wrong, or the file is damaged."""

    title = "The passphrase does not open this file"
    advice = (
        "Check capitals, the keyboard's language and spaces at the ends, and try again. If you are sure of "
        "the passphrase, the first bytes of the file may be damaged: open a backup copy of it."
    )


class DamagedFileError(ReviewError):
    """A part of the file is not as it was written; the passphrase is not to blame."""

    title = "The file is damaged"
    advice = "Do not write to it. Keep it as it is, and open the newest backup copy instead."


class ForeignPartsError(ReviewError):
    """The file holds triggers, views or expressions that Plumbline never puts into one."""

    title = "The file holds parts that are not Plumbline's"
    advice = (
        "Somebody changed it so that it does something by itself. Ask where it comes from, and open a backup "
        "copy. 'plumbline rescue' takes the answers out without running any of it."
    )


class NewerFileError(ReviewError):
    """The file was written by a newer version of Plumbline. Nothing was changed."""

    title = "This file was made with a newer version of Plumbline"
    advice = "Install the newest version and open the file with that."


class OlderFileError(ReviewError):
    """The file must be brought up to date, but may only be read."""

    title = "This file must first be brought up to date"
    advice = "Open it once where you may write to it and there is room left; a backup copy is made by itself."


class UpgradeFailedError(ReviewError):
    """The file could not be brought up to date. It is again exactly as it was."""

    title = "The file could not be brought up to date"
    advice = "It is as it was before. Go on with the version of Plumbline that made it, and report the fault."


class UpgradeStoppedError(ReviewError):
    """Somebody stopped an upgrade before its end. The file is exactly as it was."""

    title = "Stopped: the file is as it was before"
    advice = "It can be opened once it is brought up to date; that may be begun again at any time."


class DiskTakesNothingError(ReviewError):
    """To open a file a little has to be written beside it, and the disk did not take it. Nothing changed."""

    title = "The disk takes nothing more"
    advice = (
        "Free some space on the disk with the file, see that it is connected and may be written to, and open "
        "the file again."
    )


class FileBusyError(ReviewError):
    """Another program holds the file so that it cannot even be read."""

    title = "Another program is using the file"
    advice = "Close it there, wait until a synchronisation or backup is done, and open it again."


class DiskNotAnsweringError(ReviewError):
    """The system reports a fault of the disk or of the way to it while reading."""

    title = "The disk does not answer"
    advice = "Check that the disk or network folder with the file is connected, and open the file again."


class UnknownReviewError(ReviewError):
    """The file does not hold a review with this id."""

    title = "There is no such review in this file"
    advice = "Choose one of the reviews that the file holds."


class StaleSignOffError(ReviewError):
    """A sign-off was to be recorded for a state in which the review no longer is. Nothing was changed."""

    title = "The review is not in the state that was to be signed"
    advice = "Look at the review as it is now, seal it for signature, and sign that."


class SealedReviewError(ReviewError):
    """A sealed review was to be changed. Nothing was changed."""

    title = "This review is sealed"
    advice = "Open the newest review, or unseal this one first and say why."


class StaleChangeError(ReviewError):
    """What was to be changed is no longer what it was when the change was made. Nothing was changed."""

    title = "This was changed in the meantime"
    advice = "Look at it as it is now, and make the change again if it is still wanted."


class DiskFullError(NotSavedError):
    """There is no room left on the disk, or the person's share of it is used up."""

    title = "Not saved: the disk is full"
    advice = "Free some space on the disk that holds the file, and try again."


class ReadOnlyFileError(NotSavedError):
    """The file, its folder or its disk may only be read."""

    title = "Not saved: the file can only be read here"
    advice = "Ask for the right to write to the file and its folder, or copy the file to a folder of yours."


class FileInUseError(NotSavedError):
    """Another program is writing to the file."""

    title = "Not saved: another program is writing to the file"
    advice = "Close the file in other windows and programs, and try again."


class FileMovedError(NotSavedError):
    """The file is no longer where it was opened: it was moved, removed or replaced."""

    title = "Not saved: the file was moved, removed or replaced"
    advice = "Put the file back where it was, or close this window and open the file where it is now."


class NotSavedDamagedError(NotSavedError):
    """A page of the file that the change needs cannot be read."""

    title = "Not saved: the file is damaged"
    advice = "Do not write to it again. Keep it as it is, and open the newest backup copy instead."


class FileChangedError(NotSavedError):
    """Another program wrote to the file while it was open here."""

    title = "Not saved: another program changed the file"
    advice = (
        "Keep the text, close this window and open the file again: then you see what is in it now. Let no "
        "synchronisation run on the file while it is open."
    )


class CopyNotWholeError(ReviewError):
    """A copy of the file did not come out equal to it, and was thrown away."""

    title = "The copy was not whole"
    advice = "Check the disk that the copy was made on, and try again or choose another folder."


class CopyNotReadableError(ReviewError):
    """A copy cannot be read with the key of the open file: it is damaged, or has an earlier passphrase."""

    title = "This copy cannot be read"
    advice = "It may be from before the passphrase was changed: open it as a file, with the earlier one."


class FileHeldError(ReviewError):
    """Another window or laptop has the file open to write."""

    title = "Another window has this file open"
    advice = "Close it there first. If nobody has it open any more, try again in three minutes."


class AttachmentTooLargeError(ReviewError):
    """A file that was to be kept as evidence is larger than the limit."""

    title = "The file is too large to be kept as evidence"
    advice = "Up to 50 MB can be kept. Keep a part of it, or write down where the client keeps it."


class NoRoomForAttachmentError(ReviewError):
    """All evidence files together would be larger than the limit."""

    title = "There is no room for more evidence files"
    advice = "500 MB can be kept in all. Remove some, or write down where the client keeps this one."


class AttachmentDamagedError(ReviewError):
    """A file that is kept as evidence is not, or not all, what was taken in."""

    title = "The evidence file is not as it was taken in"
    advice = "Take it in again from where it came, or open the newest backup copy."
