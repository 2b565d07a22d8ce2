"""A conversational aid for the gemensam kartläggning (GK) between Försäkringskassan and Arbetsförmedlingen."""

__version__ = "0.1.0"
