"""Consents: which columns say them, what they say, how they are sent"""
