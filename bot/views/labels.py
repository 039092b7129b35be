"""What the ways in are called, on every button that leads there: a pictogram for who does not read, and a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bot.i18n import Speech
from bot.views.broadcasts.taps import ListBroadcasts, NewBroadcast, StopAnnouncements, SwitchAnnouncements
from bot.views.directory.taps import ShowContact, ShowEmergency, ShowHours, ShowPlace, ShowServices
from bot.views.learning.taps import ShowInbox
from bot.views.meetings.taps import ShowMeetings
from bot.views.menu_taps import ChooseLanguage, ShowHelp, ShowMenu
from bot.views.privacy.taps import ShowPrivacy
from bot.views.requests.taps import ShowBoard, ShowClaims, ShowOwnRequests, ShowWaiting
from bot.views.screen import Button
from bot.views.taps import Tap
from bot.views.team.profile_taps import ShowProfile
from bot.views.team.taps import Invite, ShowTeam

PICTOGRAMS: Mapping[type[Tap], str] = {
    ShowHours: "🕒",
    ShowPlace: "📍",
    ShowServices: "🤝",
    ShowMeetings: "☕",
    ShowContact: "📞",
    ShowEmergency: "🚨",
    ChooseLanguage: "🌐",
    ShowHelp: "❓",
    ShowMenu: "🏠",
    SwitchAnnouncements: "🔔",
    StopAnnouncements: "🔕",
    ListBroadcasts: "📣",
    NewBroadcast: "➕",
    ShowTeam: "👥",
    Invite: "✉️",
    ShowOwnRequests: "🙋",
    ShowBoard: "📋",
    ShowClaims: "🙌",
    ShowWaiting: "🗂",
    ShowProfile: "🪪",
    ShowPrivacy: "🔐",
    ShowInbox: "🎓",
}


@cache
def names(speech: Speech) -> Mapping[type[Tap], str]:
    """What buttons and the command list call each of the ways in, without its pictogram."""
    return {
        ShowHours: speech.plain("Opening hours"),
        ShowPlace: speech.plain("Where we are"),
        ShowServices: speech.plain("What we do"),
        ShowMeetings: speech.plain("Meetings"),
        ShowContact: speech.plain("Contact"),
        ShowEmergency: speech.plain("Emergency"),
        ChooseLanguage: speech.plain("Language"),
        ShowHelp: speech.plain("Help"),
        ShowMenu: speech.plain("Menu"),
        SwitchAnnouncements: speech.plain("Announcements"),
        StopAnnouncements: speech.plain("No more announcements"),
        ListBroadcasts: speech.plain("Announcements by the team"),
        NewBroadcast: speech.plain("New announcement"),
        ShowTeam: speech.plain("The team"),
        Invite: speech.plain("Invite somebody"),
        ShowOwnRequests: speech.plain("Ask for help"),
        ShowBoard: speech.plain("Who needs help"),
        ShowClaims: speech.plain("My requests"),
        ShowWaiting: speech.plain("Requests"),
        ShowProfile: speech.plain("My profile"),
        ShowPrivacy: speech.plain("My data"),
        ShowInbox: speech.plain("Teach the bot"),
    }


def label(speech: Speech, way: type[Tap]) -> str:
    return f"{PICTOGRAMS[way]} {names(speech)[way]}"


def button(speech: Speech, way: Tap) -> Button:
    return Button(label(speech, type(way)), way)
