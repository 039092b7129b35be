"""What the team teaches the bot: questions it could not answer, and each lesson made of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.domain.learning import LessonState, QuestionState
from db.base import Base
from db.models.directory import OptionalJSON


class OpenQuestion(Base):
    """A message without names and numbers (bot.domain.privacy.anonymise); its writer agreed."""

    __tablename__ = "open_question"
    __table_args__ = (Index("ix_open_question_state", "state", "id"),)

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    """Who may still take it back; null from the lesson on that it is part of."""
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    answered: Mapped[str | None] = mapped_column(String(64))
    """The topic that the bot answered, and that was not meant; null: it had no answer."""
    wanted: Mapped[str | None] = mapped_column(String(64))
    """The topic that the person chose then."""
    state: Mapped[QuestionState] = mapped_column(String(16), default=QuestionState.WAITING)
    topic: Mapped[str | None] = mapped_column(String(64))
    """Under which it is filed; "none": off-topic."""
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lesson.id"))
    """The first lesson that it was part of."""
    asked_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class Lesson(Base):
    """One training with what has been filed, and what became of it."""

    __tablename__ = "lesson"

    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[LessonState] = mapped_column(String(16), default=LessonState.WANTED, index=True)
    wanted_at: Mapped[datetime]
    began_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    phrases: Mapped[int] = mapped_column(default=0)
    """How many taught phrases it was made with."""
    fresh: Mapped[int] = mapped_column(default=0)
    """How many of them no lesson before had."""
    digest: Mapped[str | None] = mapped_column(String(64))
    """SHA-256 of the model's file, which is named for the lesson's id."""
    figures: Mapped[dict[str, Any] | None] = mapped_column(OptionalJSON)
    """As bot.understanding.train prints them."""
    fallen: Mapped[list[str] | None] = mapped_column(OptionalJSON)
    """The gates that fell."""
