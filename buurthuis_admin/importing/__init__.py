# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading old spreadsheets: workbook in, plan out; this layer writes nothing."""
