"""From a plan to the words of its slip and of its code: what is told, in which order, and what is never told."""

from kiosk.referral.composing.choices import Choices
from kiosk.referral.composing.codes import plan_text, token_items
from kiosk.referral.composing.composing import compose

__all__ = ["Choices", "compose", "plan_text", "token_items"]
